import { hash, X509Certificate } from 'node:crypto';
import { issued, leadsTo } from '../leadsTo.ts';
import { messageIn } from '../signedMessage.ts';
import { confirms, digestOf, readTimestampToken, type TimestampToken } from '../timestampToken.ts';
import { evidenceIn } from './lengthen.ts';
import { areStampsAlone } from './otherStamps.ts';
import { ownSteps, type Steps } from './readSteps.ts';
import { type RevocationList, readRevocationList } from './revocationList.ts';
import { readStatusAnswer, type StatusAnswer } from './statusAnswer.ts';

/** What the long life of a document proves of its seal. */
export interface Proofs {
  /** Digest (sha-256, hex) of the document of ours to which others added time-stamps; absent where they added nothing. */
  readonly stampedAgain?: string;
  /** Time of the oldest document time-stamp that counts: what it covers existed then. */
  readonly provenAt: Date | null;
  /** Certificates that the document carries as evidence. */
  readonly certificates: readonly X509Certificate[];
  /** Whether a list or an answer in the document says that a certificate was revoked by a moment: later does not matter. */
  isRevoked(certificate: X509Certificate, by: Date): boolean;
  /** The time of a token that holds, where its authority leads to an anchor and was not revoked by the next proof of its existence. */
  timeOf(token: TimestampToken, provenAt: Date | null): Date | null;
}

/**
 * What the bytes behind a seal prove; of a document to which nothing was added, nothing. Null where they are neither ours nor time-stamps of
 * others, or do not hold.
 */
export function judgeAdded(pdf: Buffer, sealEnd: number, anchors: readonly X509Certificate[]): Proofs | null {
  if (sealEnd === pdf.length) return nothingAdded(anchors);
  const steps = ownSteps(pdf, sealEnd);
  try {
    const proofs = steps && judgeSteps(steps.taken, anchors);
    const { bytes } = steps?.pdf.file ?? { bytes: pdf };
    if (bytes.length === pdf.length || !proofs) return proofs;
    if (!steps || !areStampsAlone(pdf, steps.pdf)) return null;
    return { ...proofs, stampedAgain: hash('sha256', bytes) };
  } catch {
    // Whatever the libraries say: evidence that cannot be read is none of ours.
    return null;
  }
}

/** What a document of a seal alone proves: no time, until its authority is looked for among the anchors. */
export function nothingAdded(anchors: readonly X509Certificate[]): Proofs {
  return proofsOf({ certificates: [], lists: [], answers: [] }, anchors);
}

/**
 * The newest time-stamp first: each one proves that whatever it covers existed at its time, so that certificates are judged then. Null
 * where one does not hold for what it covers.
 */
function judgeSteps(taken: Steps['taken'], anchors: readonly X509Certificate[]): Proofs | null {
  const { certificates, lists, answers } = evidenceIn(taken);
  const carried = {
    certificates: certificates.map((der) => new X509Certificate(der)),
    lists: lists.map(readRevocationList),
    answers: answers.map(readStatusAnswer),
  };
  const proofs = proofsOf(carried, anchors);
  const tokens = taken.map(({ place, stamped }) => ({
    token: readTimestampToken(messageIn(place)),
    stamped,
  }));
  if (!tokens.every(({ token, stamped }) => confirms(token, digestOf(stamped)))) return null;
  const older = (later: Date | null, { token }: (typeof tokens)[number]) =>
    proofs.timeOf(token, later) ?? later;
  return { ...proofs, provenAt: tokens.reduceRight(older, null) };
}

/** Evidence, taken apart. */
interface Carried {
  readonly certificates: readonly X509Certificate[];
  readonly lists: readonly RevocationList[];
  readonly answers: readonly StatusAnswer[];
}

function proofsOf(carried: Carried, anchors: readonly X509Certificate[]): Proofs {
  const { certificates } = carried;
  const isRevoked = revocations(carried);
  const timeOf: Proofs['timeOf'] = ({ message, info }, provenAt) => {
    const included = [...message.included, ...certificates];
    const moments = [info.genTime, provenAt ?? info.genTime];
    const leads = moments.every((at) =>
      leadsTo(anchors, message.signedBy, included, at, (one) => isRevoked(one, at)),
    );
    return leads ? info.genTime : null;
  };
  return { provenAt: null, certificates, isRevoked, timeOf };
}

function revocations({ certificates, lists, answers }: Carried): Proofs['isRevoked'] {
  return (certificate, by) => {
    const issuers = certificates.filter((other) => issued(other, certificate));
    const isBefore = (at: Date | null | undefined) => at !== null && at !== undefined && at <= by;
    return (
      lists.some(
        (list) => isBefore(list.revokedAt(certificate)) && issuers.some((other) => list.isBy(other)),
      ) ||
      answers.some((answer) =>
        issuers.some(
          (other) => isBefore(answer.statusOf(certificate, other)?.revokedAt) && answer.isBy(other),
        ),
      )
    );
  };
}
