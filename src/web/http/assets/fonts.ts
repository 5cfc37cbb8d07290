import { readdirSync, readFileSync } from 'node:fs';
import { projectFile } from '../../../projectFile.ts';

const built = projectFile('dist/assets/fonts/');

/** The names of the fonts of pages, as the build cut them. */
export function listFonts(): readonly string[] {
  try {
    return readdirSync(built);
  } catch (cause) {
    throw new Error('dist/assets/fonts is missing: npm run build:assets makes it', { cause });
  }
}

/** The bytes of one of them. */
export function readFont(name: string): Buffer {
  return readFileSync(new URL(name, built));
}
