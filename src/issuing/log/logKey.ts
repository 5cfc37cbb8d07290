import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  randomUUID,
  sign as signWith,
} from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  checkpointText,
  type NoteKey,
  noteKeyKinds,
  signatureLine,
  type TreeHead,
  vkeyOf,
} from '../../transparency/write/checkpoint.ts';

/** The key that signs the heads of the public log, and nothing else. */
export interface LogKey {
  /** Whose log it signs for. */
  readonly origin: string;
  readonly vkey: string;
  /** The signed note of a head. */
  checkpoint(head: Omit<TreeHead, 'origin'>): string;
}

const fileIn = (folder: string) => join(folder, 'log.json');

/** The key of a folder; null where there is none. */
export async function openLogKey(folder: string): Promise<LogKey | null> {
  const file = fileIn(folder);
  const json = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (json === null) return null;
  const jwk: JsonWebKey & { readonly kid?: string } = JSON.parse(json);
  const key = createPrivateKey({ key: jwk, format: 'jwk' });
  if (key.asymmetricKeyType !== 'ed25519' || !jwk.kid) throw new Error(`${file} is no key of a log`);
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  const note: NoteKey = { name: jwk.kid, kind: noteKeyKinds.log, publicKey: Buffer.from(x, 'base64url') };
  return {
    origin: note.name,
    vkey: vkeyOf(note),
    checkpoint: (head) => {
      const text = checkpointText({ ...head, origin: note.name });
      return `${text}\n${signatureLine(note, signWith(null, Buffer.from(text), key))}`;
    },
  };
}

/** Makes the key of a log in a folder, readable by its owner alone; of two programs at once, one makes it. */
export async function makeLogKey(folder: string, origin: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const jwk = { ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }), kid: origin };
  const half = join(folder, `${randomUUID()}.half`);
  await writeFile(half, JSON.stringify(jwk), { flag: 'wx', mode: 0o600 });
  try {
    await link(half, fileIn(folder));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await rm(half);
  }
}
