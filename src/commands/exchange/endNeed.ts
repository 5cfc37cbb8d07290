import { LabelError } from '../../errors.ts';
import { isOfficer } from '../../policies/who.ts';
import { type NeedOutcome, needOutcomes } from '../../workflow/need/needEvents.ts';
import { applyToNeed } from '../common/applyEvent.ts';
import { requireReason } from '../common/requireReason.ts';
import { type ItemInput, requireRevision, requireVisible } from '../common/requireVisible.ts';
import type { Asker, Deps } from '../ports/ports.ts';
import { type NeedInput, needEventMeta, needToChange } from './ownNeed.ts';

export { needOutcomes };

/** Closes a need, saying whether somebody was found. */
export async function closeNeed(
  deps: Deps,
  asker: Asker,
  input: NeedInput & { readonly outcome: NeedOutcome },
): Promise<void> {
  const { need, eventMeta } = await needToChange(deps, asker, input);
  const event = { type: 'close', ...eventMeta, outcome: input.outcome } as const;
  await deps.store.commit([applyToNeed(deps, need, event)]);
}

/** Takes a need back. */
export async function withdrawNeed(deps: Deps, asker: Asker, input: NeedInput): Promise<void> {
  const { need, eventMeta } = await needToChange(deps, asker, input);
  await deps.store.commit([applyToNeed(deps, need, { type: 'withdraw', ...eventMeta })]);
}

/** An officer takes a need off the list, with the reason that its organisation is told. */
export async function removeNeed(
  deps: Deps,
  asker: Asker,
  { needId, revision, reason }: ItemInput<'needId'> & { readonly reason: string },
): Promise<void> {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const need = requireRevision(requireVisible(await deps.store.need(needId)), revision);
  const event = {
    type: 'remove',
    ...needEventMeta(deps, asker, need),
    reason: requireReason(reason),
  } as const;
  await deps.store.commit([applyToNeed(deps, need, event)]);
}
