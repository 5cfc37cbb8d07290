import { existsSync } from 'node:fs';

/** Looked for from here upwards, because sources and what is built of them lie at different depths. */
const root = rootFrom(new URL('.', import.meta.url));

/** The address of a file or folder of this project, named from where package.json lies, e.g. `criteria/README.md`. */
export function projectFile(path: string): URL {
  return new URL(path, root);
}

function rootFrom(folder: URL): URL {
  if (existsSync(new URL('package.json', folder))) return folder;
  const above = new URL('..', folder);
  if (above.href === folder.href) throw new Error('no folder around the program holds its package.json');
  return rootFrom(above);
}
