import type { ProofPaper } from '../../commands/items/papers.ts';
import type { SealPlace } from '../../commands/items/sealedPaper.ts';
import { profile } from '../../profile/profile.ts';
import { printedAnyway } from '../drawing/text.ts';
import { digestGroups, heading, pairs, paragraph } from './paperBlocks.ts';
import {
  aboutPair,
  writeClaimed,
  writeDigest,
  writeEvidence,
  writeOffers,
  writeSignature,
} from './paperParts.ts';
import { closePaper, openPaper, paperWords } from './paperSheet.ts';

/** The proof that a submission arrived: who, when, under which rules, what was signed and claimed, and the digests. */
export async function makeDepositProof(proof: ProofPaper, seal?: SealPlace): Promise<Buffer> {
  const { language, snapshot, published, result } = proof;
  const { applicationId, n, at, criteriaVersion, digest, content } = snapshot;
  const { organisation, offers, declarations, evidence, criteria } = content;
  const { identifier } = organisation;
  const words = paperWords(language);
  const name = printedAnyway(organisation.name, 'sans');
  const paper = openPaper({
    language,
    title: words.t('deposit.paper.proofTitle', { number: applicationId, organisation: name }),
    running: `${words.t('deposit.paper.proof')} · ${applicationId} · ${name}`,
    specimen: organisation.specimen,
    createdAt: at,
    seal,
  });
  heading(paper, 'H1', words.t('deposit.paper.proof'));
  paragraph(paper, words.t('deposit.paper.received', { organisation: name }));
  pairs(paper, [
    [words.t('deposit.paper.organisation'), organisation.name],
    ...(identifier === '' ? [] : [[words.t('deposit.paper.identifier'), identifier] as const]),
    [words.t('deposit.paper.number'), applicationId],
    ...aboutPair(proof, words),
    [words.t('deposit.paper.submission'), words.number(n)],
    [words.t('deposit.paper.receivedAt'), `${words.time(at)} (${profile.timeZone})`],
    [words.t('deposit.paper.criteria'), criteriaVersion],
  ]);
  writeDigest(paper, digest);
  writeOffers(paper, offers);
  if (declarations) writeSignature(paper, declarations, published);
  heading(paper, 'H2', words.t('deposit.paper.claimed'));
  paragraph(paper, words.t('deposit.paper.claimedText'), 'small');
  writeClaimed(paper, result, offers, published);
  writeEvidence(paper, evidence);
  heading(paper, 'H2', words.t('deposit.paper.rulesDigest'));
  const rules = { version: criteriaVersion, digest: digestGroups(criteria.digest) };
  paragraph(paper, words.t('deposit.paper.rulesDigestText', rules), 'small');
  return closePaper(paper);
}
