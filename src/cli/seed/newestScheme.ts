import { fileURLToPath } from 'node:url';
import { loadSchemes } from '../../boot/loadSchemes.ts';
import type { Scheme } from '../../criteria/scheme.ts';
import { projectFile } from '../../projectFile.ts';

/** The criteria that specimens are scored by: the newest published version. */
export async function newestScheme(): Promise<Scheme> {
  const schemes = await loadSchemes(fileURLToPath(projectFile('criteria')));
  const newest = [...schemes.values()].findLast(({ scheme }) => scheme.status === 'published');
  if (!newest) throw new Error('criteria/ holds no published version');
  return newest.scheme;
}
