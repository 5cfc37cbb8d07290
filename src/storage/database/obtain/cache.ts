import { chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { firstUsable } from './firstUsable.ts';
import { probe } from './probe.ts';
import type { Mongod } from './source.ts';
import { compareVersions } from './version.ts';

/** The newest usable `mongod` that an earlier start kept in the cache folder. */
export async function cached(cacheDir: string, dataSeries?: string): Promise<Mongod> {
  const names = await readdir(cacheDir).catch(() => []);
  const versions = names
    .map((name) => /^mongod-(\d+\.\d+\.\d+)$/.exec(name)?.[1])
    .filter((version) => version !== undefined)
    .sort((a, b) => compareVersions(b, a));
  const binaries = versions.map((version) => cachePlace(cacheDir, version));
  return firstUsable(binaries, `nothing in ${cacheDir} yet`, dataSeries);
}

/**
 * Gives `fetch` a scratch folder beside the cache, keeps the binary that it leaves there once it was seen to start, and
 * removes the rest. Another program never sees half a file: the last step is a rename.
 */
export async function keepInCache(
  cacheDir: string,
  dataSeries: string | undefined,
  fetch: (scratch: string) => Promise<string>,
): Promise<Mongod> {
  await mkdir(cacheDir, { recursive: true });
  const scratch = await mkdtemp(join(cacheDir, 'fetching-'));
  try {
    const fetched = await fetch(scratch);
    await chmod(fetched, 0o755);
    const { version } = await probe(fetched, dataSeries);
    const place = cachePlace(cacheDir, version);
    await mkdir(join(place, '..'), { recursive: true });
    await rename(fetched, place);
    return { binary: place, version };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function cachePlace(cacheDir: string, version: string): string {
  return join(cacheDir, `mongod-${version}`, 'mongod');
}
