import { X509Certificate } from 'node:crypto';
import { BitString } from 'asn1js';
import type { Certificate, SignerInfo } from 'pkijs';
import type { SealRead } from '../../register/fileReading.ts';
import { usages } from './certifyKey.ts';
import { leadsTo } from './leadsTo.ts';
import { objectIds } from './objectIds.ts';
import { type SealRange, sealRange } from './sealRange.ts';
import { holds, readSignedMessage, type SignedMessage } from './signedMessage.ts';
import { confirms, digestOf, readTimestampToken } from './timestampToken.ts';

/** What the seal of a document says, and what of it is so. */
export interface SealReading extends SealRead {
  /** Common name of the signer's certificate; empty when there is none. */
  readonly signer: string;
  /** When it was sealed: by a trusted timestamp, else as the signer claims; ISO instant. */
  readonly at: string | null;
  /** The time is confirmed by an authority that leads to an anchor. */
  readonly timestamped: boolean;
}

const broken = { valid: false, trusted: false, signer: '', at: null, timestamped: false };

/**
 * Reads and checks the first seal of a file; null when it has none. Whatever the file holds, this answers: it throws only
 * for anchors that are not certificates. An authority that certifies others than us belongs into `anchors` only by the
 * certificate of our seal itself, and an authority of time into `timeAnchors`.
 */
export async function readSeal(
  pdf: Buffer,
  anchors: readonly string[],
  timeAnchors: readonly string[] = anchors,
): Promise<SealReading | null> {
  const [roots, timeRoots] = [anchors, timeAnchors].map((pems) =>
    pems.map((pem) => new X509Certificate(pem)),
  );
  const range = sealRange(pdf);
  if (!range) return range === null ? null : { ...broken, coversWholeFile: false };
  const { coversWholeFile } = range;
  try {
    return { ...judge(range, roots ?? [], timeRoots ?? []), coversWholeFile };
  } catch {
    // What cannot be taken apart is no seal, for whatever reason the libraries give.
    return { ...broken, coversWholeFile };
  }
}

type Roots = readonly X509Certificate[];

function judge(range: SealRange, roots: Roots, timeRoots: Roots): Omit<SealReading, 'coversWholeFile'> {
  const message = readSignedMessage(withoutFilling(range.message));
  // Content inside the message would be checked instead of the file.
  const valid = message.content === null && holds(message, objectIds.data, range.sealed);
  const confirmed = valid ? confirmedTime(message.signer, timeRoots) : null;
  const at = confirmed ?? range.claimedAt;
  const trusted =
    valid &&
    at !== null &&
    maySeal(message.certificate) &&
    leadsTo(roots, message.signedBy, message.included, at);
  return {
    valid,
    trusted,
    signer: commonName(message),
    at: at?.toISOString() ?? null,
    timestamped: confirmed !== null,
  };
}

/** The message alone: its place is filled up with zeros, and with nothing else. */
function withoutFilling(place: Buffer): Buffer {
  const [, first = 0] = place;
  // A length of more than 127 bytes follows in as many bytes as the first one says (X.690, 8.1.3.5).
  const head = first < 0x80 ? 2 : 2 + (first & 0x7f);
  if (first === 0x80 || head > 6) throw new Error('no definite length');
  const end = head + (first < 0x80 ? first : place.readUIntBE(2, head - 2));
  if (end > place.length || place.subarray(end).some((byte) => byte !== 0)) throw new Error('wrong length');
  return place.subarray(0, end);
}

/** The time of the token over the signature, if there is one that holds and leads to an anchor. */
function confirmedTime({ unsignedAttrs, signature }: SignerInfo, timeRoots: Roots): Date | null {
  const attributes = unsignedAttrs?.attributes.filter(({ type }) => type === objectIds.timestampToken) ?? [];
  const [value] = attributes.flatMap(({ values }) => values);
  if (!value) return null;
  const token = readTimestampToken(new Uint8Array(value.toBER()));
  const { signedBy, included } = token.message;
  const at = token.info.genTime;
  const holds = confirms(token, digestOf(new Uint8Array(signature.getValue())));
  return holds && leadsTo(timeRoots, signedBy, included, at) ? at : null;
}

/** Whether the key is for signing, lastingly or not (RFC 5280, 4.2.1.3). */
function maySeal({ extensions }: Certificate): boolean {
  const usage = extensions?.find(({ extnID }) => extnID === objectIds.keyUsage)?.parsedValue;
  return (
    !(usage instanceof BitString) || ((usage.valueBlock.valueHexView[0] ?? 0) & usages.sealing.octet) !== 0
  );
}

function commonName({ certificate }: SignedMessage): string {
  const name = certificate.subject.typesAndValues.find(({ type }) => type === objectIds.commonName);
  return name ? String(name.value.valueBlock.value) : '';
}
