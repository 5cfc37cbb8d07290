import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { projectFile } from '../../projectFile.ts';
import './quickTemplates.ts';
import type { WordedLoader } from './wordedLoader.ts';

/** Where templates are looked for: ours, then those of the library of macros. */
export const templateFolders = [
  fileURLToPath(projectFile('templates/pages/')),
  join(createRequire(import.meta.url).resolve('govuk-frontend/package.json'), '..', 'dist'),
];

/** The templates that a loader finds, set up as pages are written; `known` is known to each of them, and to every macro. */
export function pageTemplates(
  loader: WordedLoader,
  known: Readonly<Record<string, unknown>> = {},
): nunjucks.Environment {
  const options = { autoescape: true, trimBlocks: true, lstripBlocks: true };
  const templates = new nunjucks.Environment(loader, options);
  for (const [name, value] of Object.entries(known)) templates.addGlobal(name, value);
  return templates;
}
