import { createHash } from 'node:crypto';
import { ExtKeyUsage, TSTInfo } from 'pkijs';
import { objectIds } from './objectIds.ts';
import { digests, holds, readSignedMessage, type SignedMessage } from './signedMessage.ts';

/** A token of a time-stamping authority (RFC 3161, 2.4.2), taken apart but not checked. */
export interface TimestampToken {
  readonly message: SignedMessage;
  readonly info: TSTInfo;
}

/** Parses a token; throws when it is invalid. */
export function readTimestampToken(der: Uint8Array): TimestampToken {
  const message = readSignedMessage(der);
  if (!message.content) throw new Error('a token without content');
  return { message, info: TSTInfo.fromBER(message.content) };
}

/** The token over the signature of a message; null where it has none. Throws when it is invalid. */
export function tokenOver({ signer }: SignedMessage): TimestampToken | null {
  const attributes =
    signer.unsignedAttrs?.attributes.filter(({ type }) => type === objectIds.timestampToken) ?? [];
  const [value] = attributes.flatMap(({ values }) => values);
  return value ? readTimestampToken(new Uint8Array(value.toBER())) : null;
}

/** Whether a token is signed by a key for time-stamping alone, and speaks of data whose digest the caller knows or makes. */
export function confirms(
  { message, info }: TimestampToken,
  digestOf: (algorithm: string) => Buffer,
): boolean {
  const algorithm = digests[info.messageImprint.hashAlgorithm.algorithmId];
  if (!algorithm || !message.content || !isForTime(message)) return false;
  const stated = Buffer.from(info.messageImprint.hashedMessage.getValue());
  return stated.equals(digestOf(algorithm)) && holds(message, objectIds.timestampInfo, [message.content]);
}

/** A digest of pieces one after the other, by the name of its algorithm. */
export const digestOf = (pieces: readonly Uint8Array[]) => (algorithm: string) => {
  const hash = createHash(algorithm);
  for (const piece of pieces) hash.update(piece);
  return hash.digest();
};

/** RFC 3161, 2.3. */
function isForTime({ certificate }: SignedMessage): boolean {
  const purpose = certificate.extensions?.find(
    ({ extnID }) => extnID === objectIds.extendedKeyUsage,
  )?.parsedValue;
  return purpose instanceof ExtKeyUsage && purpose.keyPurposes.join() === objectIds.timeStamping;
}
