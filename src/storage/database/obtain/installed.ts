import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { firstUsable } from './firstUsable.ts';
import type { Mongod } from './source.ts';

/** The first usable `mongod` in the folders of a search path; throws with what was wrong with those found. */
export async function installed(path: string, dataSeries?: string): Promise<Mongod> {
  const name = process.platform === 'win32' ? 'mongod.exe' : 'mongod';
  const binaries: string[] = [];
  for (const folder of path.split(delimiter).filter(Boolean)) {
    const binary = join(folder, name);
    await access(binary, constants.X_OK).then(
      () => binaries.push(binary),
      () => {},
    );
  }
  return firstUsable(binaries, 'no mongod there', dataSeries);
}
