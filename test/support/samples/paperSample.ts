import type { Snapshot } from '../../../src/commands/items/items.ts';
import type { FilePaper, ProofPaper } from '../../../src/commands/items/papers.ts';
import { resultOf } from '../../../src/scoring/result.ts';
import { digestOf } from '../../../src/workflow/canonicalJson.ts';
import { declarations } from '../applicationSteps.ts';
import { realScheme } from './realScheme.ts';
import { answersOf, specimen } from './specimen.ts';

const at = '2026-11-24T09:31:07.000Z';

/** The specimen's content as a submission freezes it. */
export function contentSample(change: Partial<Snapshot['content']> = {}): Snapshot['content'] {
  const offers = specimen.offers.map(({ facts: _, answers: __, ...offer }, i) => ({ id: `O${i}`, ...offer }));
  return {
    organisation: {
      ...specimen.organisation,
      id: 'ORG',
      identifier: '',
      region: null,
      founded: '2012-05-01',
      acceptsLeman: true,
      specimen: true,
      formerNames: [],
      mergedInto: null,
    },
    assessment: {
      facts: specimen.facts,
      answers: answersOf(specimen.answers),
      offers: specimen.offers.map(({ type, facts, answers }, i) => ({
        offerId: `O${i}`,
        facts: { O00: type, ...facts },
        answers: answersOf(answers),
      })),
    },
    offers,
    showScores: true,
    evidence: [
      {
        id: 'E1',
        organisationId: 'ORG',
        applicationId: 'A-2026-000042',
        name: 'Statuts 2024.pdf',
        contentType: 'application/pdf',
        size: 48_213,
        digest: 'ab'.repeat(32),
        originalDigest: 'ab'.repeat(32),
        scan: 'notScanned',
        uploadedAt: at,
        uploadedBy: 'P1',
        document: 'E1',
        revision: 1,
        from: '2024-01-01',
        until: '2024-12-31',
        withdrawnAt: null,
      },
    ],
    declarations: { ...declarations, role: 'owner', personId: 'P1', at },
    criteria: { version: realScheme().scheme.version, digest: realScheme().digest },
    ...change,
  };
}

/** A proof of its deposit. */
export function proofSample(change: Partial<Snapshot['content']> = {}): ProofPaper {
  const published = realScheme();
  const content = contentSample(change);
  return {
    language: 'fr',
    kind: 'initial',
    scope: null,
    snapshot: {
      applicationId: 'A-2026-000042',
      n: 1,
      at,
      criteriaVersion: published.scheme.version,
      digest: digestOf(content),
      content,
    },
    published,
    result: resultOf(published.scheme, 'first', content.assessment),
  };
}

/** The same file, printed whole. */
export function fileSample(change: Partial<Snapshot['content']> = {}): FilePaper {
  const { snapshot, ...rest } = proofSample(change);
  const { applicationId, n, digest, content } = snapshot;
  return { ...rest, applicationId, at, frozen: { n, digest }, content };
}
