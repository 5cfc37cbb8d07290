import { ReadableStream } from 'node:stream/web';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';

/** A new secret key of age, and the public key that belongs to it. */
export async function makeIdentity() {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** What turns bytes into a file of age that each of these public keys opens; throws at once where one is none. */
export function encryptTo(recipients: readonly string[]) {
  const encrypter = new Encrypter();
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient);
    } catch (cause) {
      throw new Error(
        `${recipient} is no public key of age: one begins with age1, as "made-in-ess backup-key" prints it`,
        { cause },
      );
    }
  }
  return async function* (plain: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    yield* await encrypter.encrypt(ReadableStream.from(plain));
  };
}

/** What turns a file of age back into bytes, by the first of these secret keys that fits; throws at once where one is none. */
export function decryptBy(identities: readonly string[]) {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  return async function* (sealed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    yield* await decrypter.decrypt(ReadableStream.from(sealed));
  };
}

/** How every file of age begins. */
export const ageMagic = 'age-encryption.org/';
