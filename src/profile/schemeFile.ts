import { existsSync, readFileSync } from 'node:fs';
import type * as z from 'zod';
import { inShape } from '../parseYaml.ts';
import { projectFile } from '../projectFile.ts';

/** The scheme that is served where none is named. */
export const defaultScheme = 'made-in-ess';

/** Whether the environment names one. */
export const isSchemeNamed = (process.env.SCHEME ?? '') !== '';

/** The scheme that this process serves: the name of its folder in `criteria`. Modules are loaded for it alone. */
export const schemeId = readSchemeId(process.env.SCHEME);

/** The address of a file or folder of the scheme, named from its folder, e.g. `data.yaml`. */
export function schemeFile(path: string): URL {
  return new URL(path, projectFile(`criteria/${schemeId}/`));
}

/** What a JSON file of the scheme says, checked by its shape. */
export function readSchemeJson<T>(name: string, shape: z.ZodType<T>): T {
  const file = schemeFile(name);
  return inShape(file, JSON.parse(readFileSync(file, 'utf8')), shape);
}

/** The name of a folder that is there and nothing else: it stands in paths. Empty is as not set. */
function readSchemeId(given = ''): string {
  const name = given || defaultScheme;
  const isFolder = /^[a-z][a-z0-9-]{1,40}$/.test(name) && existsSync(projectFile(`criteria/${name}`));
  if (isFolder) return name;
  throw new Error(`SCHEME is ${JSON.stringify(name)}: it must name a folder of criteria/, as made-in-ess`);
}
