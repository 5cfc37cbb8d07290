import { LabelError } from '../../../errors.ts';
import { eventMetaOn } from '../../common/actor.ts';
import { applyToApplication } from '../../common/applyEvent.ts';
import type { FileRef } from '../../common/fileInput.ts';
import { requireName } from '../../common/nameFaults.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { documentsOf, oldestCounting } from '../../file/documentsOf.ts';
import { nextSnapshot } from '../../file/frozenContent.ts';
import { workingCopy } from '../../file/workingCopy.ts';
import { noteOnOrganisation, requireNotMerged } from '../../people/organisations/ownTeam.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { offersSent } from '../scope/offersSent.ts';
import { submissionBlockers } from './submissionBlockers.ts';
import { type Declarations, gateOf, readinessOf } from './submitGate.ts';

type Signed = FileRef & Declarations & { readonly name: string };

/**
 * Submits a draft: freezes a snapshot with its digest and what was signed, or `refused` with every reason of the gate; as
 * `alreadySent` when another person was quicker. Gives the digest.
 */
export async function submitApplication(deps: Deps, asker: Asker, input: Signed): Promise<string> {
  const copy = await workingCopy(deps, asker, input.applicationId);
  const { application, assessment, published } = copy;
  if (application.state !== 'draft') throw alreadySent();
  requireName('name', input.name);
  const { organisationId, criteriaVersion, scope } = application.context;
  const organisation = requireVisible(await deps.store.organisation(organisationId));
  requireNotMerged(organisation);
  const about = { id: application.id, organisationId, criteriaVersion, scope };
  const around = await submissionBlockers(deps, about, assessment);
  const eventMeta = await eventMetaOn(deps, asker, application);
  const { at } = eventMeta;
  const { name, exclusions } = input;
  const signed = { rulesAccepted: true, exclusions, name, role: 'owner', personId: asker.id, at } as const;
  const snapshot = await nextSnapshot(deps, { ...copy, organisation }, signed, at);
  const documents = documentsOf(await deps.store.evidenceOf(application.id), oldestCounting(deps));
  const readiness = readinessOf(published.whole, assessment, documents);
  const gate = gateOf(published.whole, readiness, input, around);
  const named = offersSent(application, assessment);
  const event = {
    type: 'submit',
    ...eventMeta,
    gate,
    digest: snapshot.digest,
    criteriaVersion,
    ...named,
  } as const;
  const data = { schemeDigest: published.digest, exclusions };
  const change = applyToApplication(deps, application, event, { submittedAt: at }, data);
  try {
    await deps.store.commit(
      [change, noteOnOrganisation(deps, organisation, change.record)],
      [{ kind: 'snapshot', snapshot, copyRevision: assessment.revision }],
    );
  } catch (error) {
    if (!(error instanceof LabelError && error.code === 'stale')) throw error;
    // Another person sent the same application, or its working copy changed meanwhile.
    const now = await deps.store.application(application.id);
    throw now && now.state !== 'draft' ? alreadySent() : error;
  }
  return snapshot.digest;
}

function alreadySent(): LabelError {
  return new LabelError('refused', { reasons: ['alreadySent'] });
}
