import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { projectFile } from '../projectFile.ts';
import { createI18n, type I18n } from '../words/i18n.ts';
import { type Assets, loadAssets } from './assets.ts';
import { CompiledLoader } from './compiledLoader.ts';

/** What pages are made of, whoever asks for them: words, assets, and the templates of templates/pages. */
export interface Presentation {
  readonly i18n: I18n;
  readonly assets: Assets;
  readonly templates: nunjucks.Environment;
}

/** Only who runs the sources changes templates meanwhile. */
const fromSources = extname(import.meta.url) === '.ts';

/** Where templates are looked for: ours, then those of the library of macros. */
export const templateFolders = [
  fileURLToPath(projectFile('templates/pages/')),
  join(createRequire(import.meta.url).resolve('govuk-frontend/package.json'), '..', 'dist'),
];

/** Reads all of it; `fresh` compiles a template each time it is used, so that a change is seen at once. */
export function presentation(
  mode: 'development' | 'production',
  fresh = mode === 'development' && fromSources,
): Presentation {
  const templates = pageTemplates(new CompiledLoader(templateFolders, { noCache: fresh }));
  return { i18n: createI18n(), assets: loadAssets(mode), templates };
}

/** The templates that a loader finds, set up as pages are written. */
export function pageTemplates(loader: nunjucks.FileSystemLoader): nunjucks.Environment {
  return new nunjucks.Environment(loader, { autoescape: true, trimBlocks: true, lstripBlocks: true });
}
