import { createHash, type X509Certificate } from 'node:crypto';
import type { Sealer } from '../sealer.ts';
import { sealRange } from '../sealRange.ts';
import { messageIn, readSignedMessage, type SignedMessage } from '../signedMessage.ts';
import { readTimestampToken, tokenOver } from '../timestampToken.ts';
import { collectEvidence, type GetFromAuthority } from './collectEvidence.ts';
import { type Evidence, evidenceStep, type LongPdf, stampStep } from './increments.ts';
import { readSteps, type Steps } from './readSteps.ts';

/** What makes the proof of a seal outlive its certificates. */
export interface LongLife {
  readonly timestamp: NonNullable<Sealer['timestamp']>;
  readonly get: GetFromAuthority;
}

/** Bytes kept for a token; authorities with long chains need more, which is seen when it comes. */
const room = 8192;

/**
 * The sealed document with the evidence of its seal and of its time-stamps, and a document time-stamp over all of it (PAdES B-LTA, ETSI
 * EN 319 142-1, 6.3). Done again, it adds what is new and another time-stamp. Throws when a document is none of ours, when an
 * authority gives no time, and when a certificate names where its authority says whether it is revoked and nothing can be had there.
 */
export async function lengthen(document: Buffer, { timestamp, get }: LongLife, at: Date): Promise<Buffer> {
  const range = sealRange(document);
  const steps = range ? readSteps(document, range.end) : null;
  if (!range || !steps)
    throw new Error('only a document of ours, with nothing added by others, can be kept for long');
  const certificates = certificatesOf(readSignedMessage(messageIn(range.message)), steps);
  const known = evidenceIn(steps.taken);
  const found = await collectEvidence(get, { certificates, known, at });
  const kept = evidenceStep(steps.pdf, {
    certificates: without(known.certificates, found.certificates),
    lists: without(known.lists, found.lists),
    answers: without(known.answers, found.answers),
  });
  const pdf = kept.after(Buffer.concat([document, kept.increment.bytes]));
  return Buffer.concat([pdf.file.bytes, await stamp(pdf, timestamp, room)]);
}

/** All evidence that a document carries. */
export function evidenceIn(taken: Steps['taken']): Evidence {
  return {
    certificates: taken.flatMap(({ evidence }) => evidence.certificates),
    lists: taken.flatMap(({ evidence }) => evidence.lists),
    answers: taken.flatMap(({ evidence }) => evidence.answers),
  };
}

/** Those of the seal, of the token over it, and of the newest document time-stamp: the ones before it have their evidence already. */
function certificatesOf(seal: SignedMessage, { taken }: Steps): X509Certificate[] {
  const token = tokenOver(seal);
  const last = taken.at(-1);
  return [
    ...seal.included,
    ...(token?.message.included ?? []),
    ...(last ? readTimestampToken(messageIn(last.place)).message.included : []),
  ];
}

function without(known: readonly Buffer[], found: readonly Buffer[]): Buffer[] {
  return found.filter((der) => !known.some((other) => other.equals(der)));
}

/** What adds a time-stamp to a document. */
async function stamp(pdf: LongPdf, timestamp: LongLife['timestamp'], length: number): Promise<Buffer> {
  const hash = createHash('sha256');
  for (const piece of stampStep(pdf, Buffer.alloc(length)).stamped) hash.update(piece);
  const token = await timestamp(hash.digest());
  // What the token speaks of depends on the room that is kept for it.
  if (token.length > length) return stamp(pdf, timestamp, 2 * token.length);
  const place = Buffer.concat([token, Buffer.alloc(length - token.length)]);
  return stampStep(pdf, place).increment.bytes;
}
