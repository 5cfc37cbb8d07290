import { createHash, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { canonicalize } from '@tufjs/canonical-json';
import { Signature } from '@tufjs/models';
import * as z from 'zod';

/** SHA-256 as we write it. */
export const sha256Shape = z.string().regex(/^[0-9a-f]{64}$/);

/** Ed25519 alone: one kind of key is enough, and each has one way to be written. */
export const keyShape = z.strictObject({
  keytype: z.literal('ed25519'),
  scheme: z.literal('ed25519'),
  keyval: z.strictObject({ public: z.string().regex(/^[0-9a-f]{64}$/) }),
});
export type MetadataKey = z.infer<typeof keyShape>;

export const signaturesShape = z
  .array(z.strictObject({ keyid: sha256Shape, sig: z.string().regex(/^[0-9a-f]{128}$/) }))
  .max(100);

/** The public half of an Ed25519 key as metadata writes it; throws for any other kind of key. */
export function metadataKey(key: KeyObject): MetadataKey {
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('the key is not an Ed25519 one');
  const { x = '' } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' });
  return {
    keytype: 'ed25519',
    scheme: 'ed25519',
    keyval: { public: Buffer.from(x, 'base64url').toString('hex') },
  };
}

/** What a key is called: the digest of itself, so that no key has two names. */
export function keyIdOf(key: MetadataKey): string {
  return digestOf(key);
}

/** SHA-256 (hex) of the one way in which content is written for signing (canonical JSON as TUF has it). */
export function digestOf(content: object): string {
  return createHash('sha256').update(canonicalize(content)).digest('hex');
}

/** What signs metadata with a key. */
export function signer(key: KeyObject): (bytes: Buffer) => Signature {
  const keyID = keyIdOf(metadataKey(key));
  return (bytes) => new Signature({ keyID, sig: sign(null, bytes, key).toString('hex') });
}

/** An instant as metadata says it, to the second; `days` later. */
export function metadataTime(at: string, days = 0): string {
  const time = new Date(Date.parse(at) + days * 86_400_000);
  return `${time.toISOString().slice(0, 19)}Z`;
}
