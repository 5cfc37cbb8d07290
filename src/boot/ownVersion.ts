import { readFileSync } from 'node:fs';
import { projectFile } from '../projectFile.ts';

/** The version of this program. */
export function ownVersion(): string {
  return JSON.parse(readFileSync(projectFile('package.json'), 'utf8')).version;
}
