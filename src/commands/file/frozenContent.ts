import type { PublishedScheme } from '../../criteria/scheme.ts';
import type { Organisation, SelfAssessment, SignedDeclarations, Snapshot } from '../items/items.ts';
import type { Deps } from '../ports/ports.ts';
import { frozenEvidence } from './frozenEvidence.ts';

/** What a snapshot freezes: the organisation, all that the working copy claims, its evidence, its rules, and what was signed. */
export async function frozenContent(
  deps: Pick<Deps, 'store'>,
  { revision: _, head: __, ...organisation }: Organisation,
  assessment: SelfAssessment,
  published: PublishedScheme,
  declarations: SignedDeclarations | undefined,
): Promise<Snapshot['content']> {
  const { applicationId, facts, answers, offers, offersNamed, showScores, confirmed, earlier } = assessment;
  return {
    organisation,
    assessment: { facts, answers, offers },
    offers: offersNamed,
    showScores,
    evidence: frozenEvidence(assessment, await deps.store.evidenceOf(applicationId)),
    criteria: { version: published.scheme.version, digest: published.digest },
    ...(declarations && { declarations }),
    ...(confirmed && { confirmed }),
    ...(earlier && { earlier }),
  };
}
