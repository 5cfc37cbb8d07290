import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { probe } from './probe.ts';
import type { Mongod } from './way.ts';

/** The first usable `mongod` in the folders of a search path; throws with what was wrong with those found. */
export async function installed(path: string, dataSeries?: string): Promise<Mongod> {
  const faults: string[] = [];
  const name = process.platform === 'win32' ? 'mongod.exe' : 'mongod';
  for (const folder of path.split(delimiter).filter(Boolean)) {
    const binary = join(folder, name);
    const there = await access(binary, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (!there) continue;
    try {
      return await probe(binary, dataSeries);
    } catch (error) {
      faults.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error(faults.join('; ') || 'no mongod there');
}
