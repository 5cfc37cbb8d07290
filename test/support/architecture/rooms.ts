import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A file of the program with the names that it imports. */
export interface Source {
  readonly path: string;
  readonly folder: string;
  readonly text: string;
  readonly imports: readonly string[];
}

/** Paths of the TypeScript files below a folder of the repository, from its root. */
export function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length));
}

/** The files below a folder, read. */
export function sourcesBelow(folder: string): Source[] {
  return filesBelow(folder).map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name = '']) => name);
    return { path, folder: path.split('/').length > 2 ? (path.split('/')[1] ?? '') : '', text, imports };
  });
}

/** The path that a relative import leads to. */
export function target(source: Source, name: string): string {
  return normalize(join(dirname(source.path), name));
}

/** The rooms of a floor: the folders directly in it. */
export function roomsOn(floor: string): string[] {
  return readdirSync(join(root, floor), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
