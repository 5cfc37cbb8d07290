import { fault, LabelError } from '../../../errors.ts';
import { eventMetaOn } from '../../common/actor.ts';
import { applyToApplication } from '../../common/applyEvent.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { nextSnapshot } from '../../file/frozenContent.ts';
import { requireRound, withLastRound } from '../../file/openRound.ts';
import { workingCopy } from '../../file/workingCopy.ts';
import type { InformationRound } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { readinessOf } from './submitGate.ts';

/**
 * Sends the answers that were kept, with a new snapshot of the working copy; the file goes back to where it was asked from.
 * `refused` names each question without an answer. Gives the digest of the snapshot.
 */
export async function answerInformation(deps: Deps, asker: Asker, input: { readonly applicationId: string }) {
  const copy = await workingCopy(deps, asker, input.applicationId);
  const { application, assessment, published } = copy;
  const round = requireRound(application);
  const { organisationId, snapshots } = application.context;
  const organisation = requireVisible(await deps.store.organisation(organisationId));
  const before = requireVisible(await deps.store.snapshot(application.id, snapshots));
  const eventMeta = await eventMetaOn(deps, asker, application);
  const { at } = eventMeta;
  const snapshot = await nextSnapshot(deps, copy, organisation, before.content.declarations, at);
  const unanswered = round.items.filter(({ answer }) => answer.trim() === '');
  const { naContradicted, naUnexplained } = readinessOf(published.scheme, assessment);
  const event = {
    type: 'answer',
    ...eventMeta,
    unanswered: unanswered.length,
    naContradicted: naContradicted.length,
    naUnexplained: naUnexplained.length,
    digest: snapshot.digest,
  } as const;
  const information = withLastRound(application, { ...round, answeredAt: at });
  const change = naming(unanswered, () => applyToApplication(deps, application, event, { information }));
  await deps.store.commit([change], [{ kind: 'snapshot', snapshot, copyRevision: assessment.revision }]);
  return snapshot.digest;
}

/** A refusal with the questions that it is about. */
function naming<T>(unanswered: InformationRound['items'], take: () => T): T {
  try {
    return take();
  } catch (error) {
    if (!(error instanceof LabelError) || !error.reasons.includes('itemsAnswered')) throw error;
    const faults = unanswered.map(({ id }) => fault(`answer.${id}`, 'unanswered'));
    throw new LabelError('refused', { reasons: error.reasons, faults });
  }
}
