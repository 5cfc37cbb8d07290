import { type JsonWebKey, randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CredentialKey, makeCredentialJwk, openCredentialKey } from '../credential/credentialKey.ts';

const pattern = /^key-(\d{4})-(\d+)\.json$/;

/** Names of the keys in a folder, the oldest first. */
async function keyFiles(folder: string) {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .flatMap((name) => {
      const [, year, n] = pattern.exec(name) ?? [];
      return year && n ? [{ id: name.slice(0, -'.json'.length), year: Number(year), n: Number(n) }] : [];
    })
    .sort((a, b) => a.year - b.year || a.n - b.n);
}

/** The newest key of a folder, which signs; null when it holds none. */
export async function newestKey(folder: string, did: string): Promise<CredentialKey | null> {
  const newest = (await keyFiles(folder)).at(-1);
  if (!newest) return null;
  const jwk: JsonWebKey = JSON.parse(await readFile(join(folder, `${newest.id}.json`), 'utf8'));
  return openCredentialKey(did, newest.id, jwk);
}

/** Makes the next key of a year in a folder, readable by its owner alone; of two programs at once, one makes it. */
export async function makeKey(folder: string, year: number): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const last = (await keyFiles(folder)).at(-1);
  const id = `key-${Math.max(year, last?.year ?? 0)}-${last && last.year >= year ? last.n + 1 : 1}`;
  const half = join(folder, `${randomUUID()}.half`);
  await writeFile(half, JSON.stringify(makeCredentialJwk()), { flag: 'wx', mode: 0o600 });
  try {
    await link(half, join(folder, `${id}.json`));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await rm(half);
  }
}
