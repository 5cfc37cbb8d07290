import { randomUUID } from 'node:crypto';
import { link, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Writes a secret to a new file, whole at once and readable by its owner alone; false where a file is there, which stays. */
export async function createOnce(file: string, content: string): Promise<boolean> {
  const half = join(dirname(file), `${randomUUID()}.half`);
  await writeFile(half, content, { flag: 'wx', mode: 0o600 });
  try {
    await link(half, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(half);
  }
}
