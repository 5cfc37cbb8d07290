import { hash } from 'node:crypto';

/** The head of a tree: whose it is, how many entries it has, and the root of their hashes. */
export interface TreeHead {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** Kinds of keys of signed notes (C2SP signed-note): of the log, and of those who bear witness by Ed25519. */
export const noteKeyKinds = { log: 0x01, witness: 0x04 } as const;

/** A key of signed notes: its name, and the 32 bytes of its public half. */
export interface NoteKey {
  readonly name: string;
  readonly kind: (typeof noteKeyKinds)[keyof typeof noteKeyKinds];
  readonly publicKey: Uint8Array;
}

/** What is signed of a head (C2SP tlog-checkpoint). */
export function checkpointText({ origin, size, root }: TreeHead): string {
  return `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;
}

/** A line that says who signed a note. */
export function signatureLine(key: NoteKey, signature: Uint8Array): string {
  return `— ${key.name} ${Buffer.concat([keyId(key), signature]).toString('base64')}\n`;
}

/** The key as people pass it on, to check with what it signs. */
export function vkeyOf(key: NoteKey): string {
  const bytes = Buffer.concat([Buffer.of(key.kind), key.publicKey]);
  return `${key.name}+${keyId(key).toString('hex')}+${bytes.toString('base64')}`;
}

function keyId({ name, kind, publicKey }: NoteKey): Buffer {
  const named = Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(kind), publicKey]);
  return hash('sha256', named, 'buffer').subarray(0, 4);
}
