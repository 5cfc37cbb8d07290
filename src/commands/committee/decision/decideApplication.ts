import type { Condition, DecisionOutcome } from '../../../workflow/events.ts';
import { eventMetaOn } from '../../common/actor.ts';
import { applyToApplication } from '../../common/applyEvent.ts';
import { applicationOf, type FileInput } from '../../common/fileInput.ts';
import { requireRevision } from '../../common/requireVisible.ts';
import { countDocuments, expiredProofs, oldestCounting } from '../../file/documentsOf.ts';
import { frozenFile } from '../../file/frozenFile.ts';
import { labelledOffers } from '../../file/reviewMarks.ts';
import { settledPlaces } from '../../file/settledPlaces.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { membersTowards } from '../session/committeeOf.ts';
import { openSessionOf } from '../session/sessionInProgress.ts';
import { chairOn, concludeFile } from './concludeFile.ts';
import { votesOn } from './votesOn.ts';

/** Whoever chairs the file enters the committee's decision as its votes say; it stays sealed until it is announced. */
export async function decideApplication(
  deps: Deps,
  asker: Asker,
  input: FileInput & {
    readonly outcome: DecisionOutcome;
    readonly reason: string;
    readonly conditions: readonly Condition[];
  },
): Promise<void> {
  const file = await frozenFile(deps, input.applicationId);
  const application = requireRevision(file.application, input.revision);
  const { id } = application;
  const session = await openSessionOf(deps, id);
  const { sitters, said } = await votesOn(deps, file, session, id);
  const { outcome, reason, conditions } = input;
  const eventMeta = await eventMetaOn(deps, asker, application);
  const event = {
    ...eventMeta,
    type: 'decide',
    outcome,
    reason,
    ...said,
    labelledOffers: labelledOffers(file).length,
    conditions,
    evidenceExpired: countDocuments(expiredProofs(settledPlaces(file) ?? [], oldestCounting(deps))),
  } as const;
  const data = { session: session?.id };
  const decided = applyToApplication(deps, application, event, { decisionReason: reason }, data);
  const conclusion = { ...eventMeta, applicationId: id, item: id, result: 'decided' } as const;
  // In one commit: of two chairs at once, or of a vote that comes in meanwhile, one is `stale`.
  await deps.store.commit([decided, ...(session ? [concludeFile(deps, session, sitters, conclusion)] : [])]);
}

/** Whoever chairs the file defers it in the session: it goes back to its recommendation, with the reason. */
export async function deferApplication(deps: Deps, asker: Asker, input: FileInput & { reason: string }) {
  const application = await applicationOf(deps, input);
  const reviews = await deps.store.reviewsOf(application.id);
  const session = await openSessionOf(deps, application.id);
  const sitters = await membersTowards(deps, { application, reviews }, session?.context.attended);
  const eventMeta = await eventMetaOn(deps, asker, application);
  const deferred = {
    ...eventMeta,
    type: 'defer',
    reason: input.reason,
    inSession: session !== null,
    chair: chairOn(session, application.id, sitters),
  } as const;
  const { id } = application;
  const conclusion = { ...eventMeta, applicationId: id, item: id, result: 'deferred' } as const;
  await deps.store.commit([
    applyToApplication(deps, application, deferred, {}, { session: session?.id }),
    ...(session ? [concludeFile(deps, session, sitters, conclusion)] : []),
  ]);
}
