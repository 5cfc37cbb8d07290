import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { type Checkpoint, readCheckpoint } from './checkpoint.ts';
import { LogFlaw } from './logFlaw.ts';
import { isKeyName, type Note } from './signedNote.ts';
import { readBase64 } from './strictText.ts';

/** What a key signs: notes as they are, or the heads that a witness saw (signed-note, "Signature types"). */
const kinds = {
  1: { kind: 'note', length: 32, signature: 64 },
  4: { kind: 'cosignature', length: 32, signature: 8 + 64 },
  6: { kind: 'cosignature', length: 1312, signature: 8 + 2420 },
} as const;
type KeyType = keyof typeof kinds;

/** The public key of a log or a witness. */
export interface NoteKey {
  readonly name: string;
  /** Eight hexadecimal digits. */
  readonly id: string;
  readonly type: KeyType;
  readonly kind: 'note' | 'cosignature';
  /** Null where this machine does not know the algorithm: ML-DSA-44 came to Node with 24.6. */
  readonly key: KeyObject | null;
}

/** Reads a verifier key (`name+id+key`) of Ed25519 or ML-DSA-44; throws a LogFlaw. */
export function readNoteKey(text: string): NoteKey {
  const [, name, id, encoded] = /^([^+]+)\+([0-9a-f]{8})\+([^ ]+)$/.exec(text) ?? [];
  if (name === undefined || id === undefined || encoded === undefined || !isKeyName(name))
    throw new LogFlaw('verifierKey');
  const material = readBase64(encoded);
  const type = material[0];
  if (type !== 1 && type !== 4 && type !== 6) throw new LogFlaw('verifierKey');
  const bytes = material.subarray(1);
  if (bytes.length !== kinds[type].length) throw new LogFlaw('verifierKey');
  const expected = createHash('sha256').update(`${name}\n`).update(material).digest('hex').slice(0, 8);
  if (id !== expected) throw new LogFlaw('keyId');
  return { name, id, type, kind: kinds[type].kind, key: type === 6 ? mlDsa44(bytes) : ed25519(bytes) };
}

function ed25519(bytes: Buffer): KeyObject {
  return createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url') },
    format: 'jwk',
  });
}

/** Before the key itself in a SubjectPublicKeyInfo: ML-DSA-44 is 2.16.840.1.101.3.4.3.17. */
const mlDsa44Info = Buffer.from('30820532300b06096086480165030403110382052100', 'hex');

function mlDsa44(bytes: Buffer): KeyObject | null {
  try {
    return createPublicKey({ key: Buffer.concat([mlDsa44Info, bytes]), format: 'der', type: 'spki' });
  } catch {
    return null;
  }
}

/**
 * The signatures of a key under a note, each checked: when it was made (Unix seconds) where it says so. None where the key did not
 * sign, or this machine cannot check it; throws a LogFlaw where a signature does not hold.
 */
export function signaturesOf(key: NoteKey, note: Note): { readonly at: number | null }[] {
  const { key: publicKey } = key;
  if (publicKey === null) return [];
  return note.signatures
    .filter(({ name, keyId }) => name === key.name && keyId === key.id)
    .map(({ bytes }) => {
      if (bytes.length !== kinds[key.type].signature) throw new LogFlaw('wrongSignature');
      const at = key.kind === 'note' ? null : timeOf(bytes);
      const signature = at === null ? bytes : bytes.subarray(8);
      if (!verify(null, messageOf(key, note, at), publicKey, signature)) throw new LogFlaw('wrongSignature');
      return { at };
    });
}

function timeOf(bytes: Buffer): number {
  const at = bytes.readBigUInt64BE(0);
  if (at > BigInt(Number.MAX_SAFE_INTEGER)) throw new LogFlaw('cosignature');
  return Number(at);
}

function messageOf({ type, name }: NoteKey, { text }: Note, at: number | null): Buffer {
  if (at === null) return Buffer.from(text);
  if (type === 4) return Buffer.from(`cosignature/v1\ntime ${at}\n${text}`);
  return subtreeMessage(name, at, readCheckpoint(text));
}

/** What a witness signs by ML-DSA-44: the `cosigned_message` of tlog-cosignature, of the whole tree. */
function subtreeMessage(cosigner: string, at: number, { origin, size, root }: Checkpoint): Buffer {
  return Buffer.concat([
    Buffer.from('subtree/v1\n\0'),
    shortOpaque(cosigner),
    uint64(at),
    shortOpaque(origin),
    uint64(0),
    uint64(size),
    root,
  ]);
}

function shortOpaque(text: string): Buffer {
  const bytes = Buffer.from(text);
  if (bytes.length > 255) throw new LogFlaw('cosignature');
  return Buffer.concat([Buffer.from([bytes.length]), bytes]);
}

function uint64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}
