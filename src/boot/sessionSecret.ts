import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The secret that signs session cookies: the configured one, or in development one made at first start and kept in the data folder. */
export async function sessionSecret(configured: string | undefined, dataDir: string): Promise<string> {
  if (configured !== undefined) return configured;
  const file = join(dataDir, 'session-secret');
  await mkdir(dataDir, { recursive: true });
  // Whole or not at all, and once: of two programs that start together, both read what the first one made.
  const half = `${file}-${randomUUID()}`;
  await writeFile(half, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  await link(half, file).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  });
  await unlink(half);
  return readFile(file, 'utf8');
}
