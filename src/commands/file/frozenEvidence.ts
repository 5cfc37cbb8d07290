import type { Assessment } from '../../criteria/assessment.ts';
import type { Evidence } from '../items/items.ts';

/**
 * What a snapshot freezes of the evidence: the newest file of each document that is not withdrawn; first those that answers
 * point to, in the order of the answers, then the others in the order in which they came. Pure.
 */
export function frozenEvidence(assessment: Assessment, evidence: readonly Evidence[]): Evidence[] {
  const latest = new Map<string, Evidence>();
  for (const file of evidence) {
    const known = latest.get(file.document);
    if (!known || known.revision < file.revision) latest.set(file.document, file);
  }
  const answers = [...assessment.answers, ...assessment.offers.flatMap((offer) => offer.answers)];
  const joined = answers.flatMap(({ files = [] }) => files);
  return [...new Set([...joined, ...latest.keys()])].flatMap((document) => {
    const file = latest.get(document);
    return file && file.withdrawnAt === null ? [file] : [];
  });
}
