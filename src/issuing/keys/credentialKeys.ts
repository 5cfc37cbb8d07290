import type { JsonWebKey } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CredentialKey, makeCredentialJwk, openCredentialKey } from '../credential/credentialKey.ts';
import { makeTokenJwk, openTokenKey, type TokenKey } from '../credential/tokenKey.ts';
import { createOnce } from './createOnce.ts';

/** Names of keys by what they sign: credentials with an embedded proof (Ed25519), or tokens (ES256). */
const kinds = {
  key: { pattern: /^key-(\d{4})-(\d+)\.json$/, make: makeCredentialJwk },
  es256: { pattern: /^es256-(\d{4})-(\d+)\.json$/, make: makeTokenJwk },
} as const;
export type KeyKind = keyof typeof kinds;

/** Names of the keys of a kind in a folder, the oldest first. */
async function keyFiles(folder: string, kind: KeyKind) {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .flatMap((name) => {
      const [, year, n] = kinds[kind].pattern.exec(name) ?? [];
      return year && n ? [{ id: name.slice(0, -'.json'.length), year: Number(year), n: Number(n) }] : [];
    })
    .sort((a, b) => a.year - b.year || a.n - b.n);
}

/** The newest key of a folder that signs credentials; null when it holds none. */
export async function newestKey(folder: string, did: string): Promise<CredentialKey | null> {
  const newest = await newestJwk(folder, 'key');
  return newest && openCredentialKey(did, newest.id, newest.jwk);
}

/** The newest key of a folder that signs tokens; null when it holds none. */
export async function newestTokenKey(folder: string, did: string): Promise<TokenKey | null> {
  const newest = await newestJwk(folder, 'es256');
  return newest && openTokenKey(did, newest.id, newest.jwk);
}

async function newestJwk(folder: string, kind: KeyKind) {
  const newest = (await keyFiles(folder, kind)).at(-1);
  if (!newest) return null;
  const jwk: JsonWebKey = JSON.parse(await readFile(join(folder, `${newest.id}.json`), 'utf8'));
  return { id: newest.id, jwk };
}

/** Makes the next key of a kind and a year in a folder, readable by its owner alone; of two programs at once, one makes it. */
export async function makeKey(folder: string, kind: KeyKind, year: number): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const last = (await keyFiles(folder, kind)).at(-1);
  const id = `${kind}-${Math.max(year, last?.year ?? 0)}-${last && last.year >= year ? last.n + 1 : 1}`;
  await createOnce(join(folder, `${id}.json`), JSON.stringify(kinds[kind].make()));
}
