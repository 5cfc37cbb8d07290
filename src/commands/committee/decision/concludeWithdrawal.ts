import type { Day } from '../../../register/day.ts';
import type { EventMeta } from '../../common/actor.ts';
import { endOfAppeal } from '../../common/appealDay.ts';
import { applyToLabel } from '../../common/applyEvent.ts';
import { reviewedFile } from '../../common/fileInput.ts';
import { requireReason } from '../../common/requireReason.ts';
import type { Label } from '../../items/items.ts';
import { labelRow } from '../../label/labelEntry.ts';
import { endOfChosenDay, type LabelInput, labelFile, withWord } from '../../label/sanctions/sanction.ts';
import type { Asker, ChangeOf, Deps } from '../../ports/ports.ts';
import { withdrawalItem } from '../session/agendaItem.ts';
import { openSessionOf } from '../session/sessionInProgress.ts';
import { concludeFile } from './concludeFile.ts';
import { votesOn } from './votesOn.ts';

/** What the committee concluded on a proposed withdrawal; `until` is the new day by which a suspended label must be put right. */
interface Conclusion extends LabelInput {
  readonly outcome: 'withdrawn' | 'kept';
  readonly reason: string;
  readonly until: Day | null;
}

/** Whoever chairs the file enters, as its votes say, whether the label is withdrawn: publicly at once, and told to its holder. */
export async function concludeWithdrawal(deps: Deps, asker: Asker, input: Conclusion): Promise<void> {
  const { label, file, eventMeta } = await labelFile(deps, asker, input);
  const { session, sitters, said } = await sittingOn(deps, label);
  const { quorum, castingVote } = file.context.limits;
  const reason = requireReason(input.reason);
  const concluded = { ...eventMeta, ...said, reason, quorum, castingVote };
  const dueAt = input.until && endOfChosenDay(input.until, eventMeta.at);
  const event =
    input.outcome === 'withdrawn'
      ? ({ type: 'withdrawLabel', ...concluded, appealBy: endOfAppeal(deps, file, eventMeta.at) } as const)
      : ({ type: 'keepLabel', ...concluded, dueAt } as const);
  const word = withWord(label, event, { text: reason, ...(dueAt && { until: dueAt }) });
  const change = applyToLabel(deps, label, event, word, { session: session?.id });
  const item = withdrawalItem(label);
  await commitConclusion(deps, change, eventMeta, session && { session, sitters, item, result: 'decided' });
}

/** Whoever chairs the file puts the withdrawal off to another session, with the reason. */
export async function deferWithdrawal(
  deps: Deps,
  asker: Asker,
  input: LabelInput & { readonly reason: string },
): Promise<void> {
  const { label, eventMeta } = await labelFile(deps, asker, input);
  const { session, sitters, said } = await sittingOn(deps, label);
  const { inSession, chair } = said;
  const { reason } = input;
  const event = { type: 'deferWithdrawal', ...eventMeta, reason, inSession, chair } as const;
  const word = withWord(label, event, { text: reason });
  const change = applyToLabel(deps, label, event, word, { session: session?.id });
  const item = withdrawalItem(label);
  await commitConclusion(deps, change, eventMeta, session && { session, sitters, item, result: 'deferred' });
}

async function sittingOn(deps: Deps, label: Label) {
  const { applicationId } = label.context;
  const session = await openSessionOf(deps, applicationId);
  const file = await reviewedFile(deps, applicationId);
  return { session, ...(await votesOn(deps, file, session, withdrawalItem(label))) };
}

type Sitting = Pick<Awaited<ReturnType<typeof sittingOn>>, 'sitters'> & {
  readonly session: NonNullable<Awaited<ReturnType<typeof openSessionOf>>>;
  readonly item: string;
  readonly result: 'decided' | 'deferred';
};

/** In one commit: of two chairs at once, or of a vote that comes in meanwhile, one is `stale`. */
async function commitConclusion(
  deps: Deps,
  change: ChangeOf<'labels'>,
  eventMeta: EventMeta,
  sitting: Sitting | null,
): Promise<void> {
  const { applicationId } = change.after.context;
  const parts = await labelRow(deps, change.after, eventMeta.at);
  if (!sitting) return deps.store.commit([change], parts);
  const { session, sitters, item, result } = sitting;
  const concluded = concludeFile(deps, session, sitters, { ...eventMeta, applicationId, item, result });
  await deps.store.commit([change, concluded], parts);
}
