import { digestOf } from '../../workflow/canonicalJson.ts';
import { actorTowards } from '../actor.ts';
import { found } from '../found.ts';
import type { SelfAssessment, Snapshot } from '../items.ts';
import { noteOnOrganisation } from '../organisations/noteOnOrganisation.ts';
import { requireNotMerged } from '../organisations/ownTeam.ts';
import type { Asker, Deps } from '../ports.ts';
import { takeOnApplication } from '../take.ts';
import { type Declarations, gateOf, readinessOf } from './submitGate.ts';
import { workingCopy } from './workingCopy.ts';

/** States in which an application does not stand in the way of another: not sent yet, ended, or refused without an appeal. */
const aside = ['draft', 'granted', 'refused', 'closed', 'withdrawn', 'lapsed'];

/** Submits a draft: freezes a snapshot with its digest, or `refused` with every reason of the gate. Gives the digest. */
export async function submitApplication(
  deps: Deps,
  asker: Asker,
  input: Declarations & { readonly applicationId: string },
): Promise<string> {
  const { application, assessment, published } = await workingCopy(deps, asker, input.applicationId);
  const { organisationId, criteriaVersion } = application.context;
  const organisation = found(await deps.store.organisation(organisationId));
  requireNotMerged(organisation);
  const others = await deps.store.applicationsOf([organisationId]);
  const at = deps.clock.now().toISOString();
  const content = contentOf(organisation, assessment);
  const snapshot: Snapshot = {
    applicationId: application.id,
    n: application.context.snapshots + 1,
    at,
    criteriaVersion,
    digest: digestOf(content),
    content,
  };
  const change = takeOnApplication(
    application,
    {
      type: 'submit',
      at,
      actor: actorTowards(asker, organisationId),
      gate: gateOf(published.scheme, readinessOf(published.scheme, assessment), input, {
        versionOpen: criteriaVersion === deps.openVersion,
        otherOpenApplication: others.some(
          (other) => other.id !== application.id && !aside.includes(other.state),
        ),
      }),
      digest: snapshot.digest,
      criteriaVersion,
    },
    { id: deps.ids.next(), data: { schemeDigest: published.digest, exclusions: input.exclusions } },
    { submittedAt: at },
  );
  await deps.store.commit({
    changes: [change, noteOnOrganisation(deps, organisation, change.record)],
    snapshot,
    selfAssessmentRevision: { applicationId: application.id, revision: assessment.revision },
  });
  return snapshot.digest;
}

function contentOf(
  {
    revision: _,
    head: __,
    ...organisation
  }: Snapshot['content']['organisation'] & { revision: number; head: object },
  { facts, answers, offers, offersNamed, showScores }: SelfAssessment,
): Snapshot['content'] {
  return { organisation, assessment: { facts, answers, offers }, offers: offersNamed, showScores };
}
