import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What the built program needs beside its packages, and what those who run it need. */
const needed = ['package.json', 'criteria', 'templates', 'dist', 'deploy'];

/** Lays out the program in a folder as `npm run build` leaves it, with the packages of the repository. */
export function layOutBuild(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of needed)
    cpSync(join(root, name), join(folder, name), {
      recursive: true,
      filter: (path) => !path.endsWith('.map'),
    });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
}
