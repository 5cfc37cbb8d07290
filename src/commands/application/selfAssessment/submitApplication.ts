import { LabelError } from '../../../errors.ts';
import { digestOf } from '../../../workflow/canonicalJson.ts';
import { actorOn } from '../../common/actor.ts';
import { applyToApplication } from '../../common/applyEvent.ts';
import { requireName } from '../../common/nameFaults.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { documentsOf, oldestCounting } from '../../file/documentsOf.ts';
import { frozenContent } from '../../file/frozenContent.ts';
import { workingCopy } from '../../file/workingCopy.ts';
import type { Snapshot } from '../../items/items.ts';
import { noteOnOrganisation } from '../../people/organisations/noteOnOrganisation.ts';
import { requireNotMerged } from '../../people/organisations/ownTeam.ts';
import type { Asker, Commit, Deps } from '../../ports/ports.ts';
import { flagsOf, submissionBlockers } from './submissionBlockers.ts';
import { type Declarations, gateOf, readinessOf } from './submitGate.ts';

/**
 * Submits a draft: freezes a snapshot with its digest and what was signed, or `refused` with every reason of the gate. Who
 * sends what another person has just sent gets an error of its own. Gives the digest.
 */
export async function submitApplication(
  deps: Deps,
  asker: Asker,
  input: Declarations & { readonly applicationId: string; readonly name: string },
): Promise<string> {
  const { application, assessment, published } = await workingCopy(deps, asker, input.applicationId);
  if (application.state !== 'draft') throw alreadySent();
  requireName('name', input.name);
  const { organisationId, criteriaVersion } = application.context;
  const organisation = requireVisible(await deps.store.organisation(organisationId));
  requireNotMerged(organisation);
  const around = await submissionBlockers(deps, { id: application.id, organisationId, criteriaVersion });
  const at = deps.clock.now().toISOString();
  const { name, exclusions } = input;
  const signed = { rulesAccepted: true, exclusions, name, role: 'owner', personId: asker.id, at } as const;
  const content = await frozenContent(deps, organisation, assessment, published, signed);
  const snapshot: Snapshot = {
    applicationId: application.id,
    n: application.context.snapshots + 1,
    at,
    criteriaVersion,
    digest: digestOf(content),
    content,
  };
  const documents = documentsOf(await deps.store.evidenceOf(application.id), oldestCounting(deps));
  const readiness = readinessOf(published.scheme, assessment, documents);
  const change = applyToApplication(
    deps,
    application,
    {
      type: 'submit',
      at,
      actor: await actorOn(deps, asker, application),
      gate: gateOf(published.scheme, readiness, input, flagsOf(around)),
      digest: snapshot.digest,
      criteriaVersion,
    },
    { submittedAt: at },
    { schemeDigest: published.digest, exclusions },
  );
  await commitOnce(deps, application.id, {
    changes: [change, noteOnOrganisation(deps, organisation, change.record)],
    parts: [{ kind: 'snapshot', snapshot, copyRevision: assessment.revision }],
  });
  return snapshot.digest;
}

/** A lost race has its own error: another person sent the same application, or its working copy changed under the sender's eyes. */
async function commitOnce(deps: Pick<Deps, 'store'>, applicationId: string, commit: Commit): Promise<void> {
  try {
    await deps.store.commit(commit);
  } catch (error) {
    if (!(error instanceof LabelError && error.code === 'stale')) throw error;
    const now = await deps.store.application(applicationId);
    throw now && now.state !== 'draft' ? alreadySent() : error;
  }
}

function alreadySent(): LabelError {
  return new LabelError('refused', { reasons: ['alreadySent'] });
}
