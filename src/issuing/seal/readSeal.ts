import { X509Certificate } from 'node:crypto';
import { BitString } from 'asn1js';
import type { Certificate } from 'pkijs';
import type { SealRead } from '../../register/fileReading.ts';
import { usages } from './certifyKey.ts';
import { leadsTo } from './leadsTo.ts';
import { judgeAdded, nothingAdded, type Proofs } from './longTerm/judgeSteps.ts';
import { objectIds } from './objectIds.ts';
import { type SealRange, sealRange } from './sealRange.ts';
import { holds, messageIn, readSignedMessage, type SignedMessage } from './signedMessage.ts';
import { confirms, digestOf, tokenOver } from './timestampToken.ts';

/** What the seal of a document says, and what of it is so. */
export interface SealReading extends SealRead {
  /** Common name of the signer's certificate; empty when there is none. */
  readonly signer: string;
}

const broken = { valid: false, trusted: false, untimely: false, signer: '', at: null, timestamped: false };

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
    return judge(pdf, range, roots ?? [], timeRoots ?? []);
  } catch {
    // What cannot be taken apart is no seal, for whatever reason the libraries give.
    return { ...broken, coversWholeFile };
  }
}

type Roots = readonly X509Certificate[];

function judge(pdf: Buffer, range: SealRange, roots: Roots, timeRoots: Roots): SealReading {
  const message = readSignedMessage(messageIn(range.message));
  // Content inside the message would be checked instead of the file.
  const valid = message.content === null && holds(message, objectIds.data, range.sealed);
  const added = valid ? judgeAdded(pdf, range.end, timeRoots) : null;
  const { certificates, isRevoked, stampedAgain, ...proofs } = added ?? nothingAdded(timeRoots);
  const confirmed = valid ? (confirmedTime(message, proofs) ?? proofs.provenAt) : null;
  const at = confirmed ?? range.claimedAt;
  const included = [...message.included, ...certificates];
  const isOurs = valid && maySeal(message.certificate) && leadsTo(roots, message.signedBy, included, null);
  const trusted =
    isOurs && at !== null && leadsTo(roots, message.signedBy, included, at, (one) => isRevoked(one, at));
  return {
    valid,
    coversWholeFile: range.coversWholeFile || added !== null,
    trusted,
    untimely: isOurs && !trusted,
    signer: commonName(message),
    at: at?.toISOString() ?? null,
    timestamped: confirmed !== null,
    ...(stampedAgain !== undefined && { stampedAgain }),
  };
}

/** The time of the token over the signature, if there is one that holds and leads to an anchor. */
function confirmedTime(message: SignedMessage, proofs: Pick<Proofs, 'provenAt' | 'timeOf'>): Date | null {
  const token = tokenOver(message);
  const signature = new Uint8Array(message.signer.signature.getValue());
  return token && confirms(token, digestOf([signature])) ? proofs.timeOf(token, proofs.provenAt) : null;
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
