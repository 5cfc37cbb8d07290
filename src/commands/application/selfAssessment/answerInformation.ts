import { fault, LabelError } from '../../../errors.ts';
import { eventMetaOn } from '../../common/actor.ts';
import { applyToApplication } from '../../common/applyEvent.ts';
import type { FileRef } from '../../common/fileInput.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { nextSnapshot } from '../../file/frozenContent.ts';
import { requireRound, withLastRound } from '../../file/openRound.ts';
import { workingCopy } from '../../file/workingCopy.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { offersSent } from '../scope/offersSent.ts';
import { readinessOf } from './submitGate.ts';

/**
 * Sends the answers that were kept, with a new snapshot of the working copy; the file returns to the state in which it was asked.
 * `refused` names each question without an answer. Gives the digest of the snapshot.
 */
export async function answerInformation(deps: Deps, asker: Asker, input: FileRef) {
  const copy = await workingCopy(deps, asker, input.applicationId);
  const { application, assessment, published } = copy;
  const round = requireRound(application);
  const last = requireVisible(await deps.store.snapshot(application.id, application.context.snapshots));
  const organisation = requireVisible(await deps.store.organisation(application.context.organisationId));
  const eventMeta = await eventMetaOn(deps, asker, application);
  const { declarations } = last.content;
  const snapshot = await nextSnapshot(deps, { ...copy, organisation }, declarations, eventMeta.at);
  const unanswered = round.items.filter(({ answer }) => answer.trim() === '');
  const { naContradicted, naUnexplained } = readinessOf(published.whole, assessment);
  const event = {
    type: 'answer',
    ...eventMeta,
    unanswered: unanswered.length,
    naContradicted: naContradicted.length,
    naUnexplained: naUnexplained.length,
    digest: snapshot.digest,
    ...offersSent(application, assessment),
  } as const;
  const information = withLastRound(application, { ...round, answeredAt: eventMeta.at });
  try {
    const change = applyToApplication(deps, application, event, { information });
    await deps.store.commit([change], [{ kind: 'snapshot', snapshot, copyRevision: assessment.revision }]);
  } catch (error) {
    if (!(error instanceof LabelError) || !error.reasons.includes('itemsAnswered')) throw error;
    const faults = unanswered.map(({ id }) => fault(`answer.${id}`, 'unanswered'));
    throw new LabelError('refused', { reasons: error.reasons, faults });
  }
  return snapshot.digest;
}
