import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';

/**
 * Writes a file that only its owner reads, whole or not at all: under another name until every byte of it is on the disk. What was there
 * under its name stays until then.
 */
export async function writeWhole(file: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const folder = dirname(file);
  const half = `${file}.${randomUUID().slice(0, 8)}.half`;
  await mkdir(folder, { recursive: true });
  try {
    await pipeline(bytes, createWriteStream(half, { flags: 'wx', mode: 0o600, flush: true }));
    await rename(half, file);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
  // The new name outlives a loss of power only once its folder is written; where folders cannot be opened (Windows) there is no need.
  const opened = await open(folder).catch(() => null);
  await opened?.sync().finally(() => opened.close());
}
