import { fileURLToPath } from 'node:url';
import { loadSchemes, newestOf } from '../../boot/loadSchemes.ts';
import type { Scheme } from '../../criteria/scheme.ts';
import { projectFile } from '../../projectFile.ts';

/** The criteria that specimens are scored by: the newest published version. */
export async function newestScheme(): Promise<Scheme> {
  return newestOf(await loadSchemes(fileURLToPath(projectFile('criteria')))).scheme;
}
