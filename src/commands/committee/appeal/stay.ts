import { addDays, dayOf, endOfDay } from '../../../register/day.ts';
import type { EventMeta } from '../../common/actor.ts';
import { applyToAppeal } from '../../common/applyEvent.ts';
import { requireReason } from '../../common/requireReason.ts';
import type { Appeal } from '../../items/decidingItems.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type AppealInput, appealToJudge } from './appealFile.ts';
import { requested, saying } from './appealWords.ts';
import { labelOf, labelStands, labelStayEnded, labelStayed } from './labelOutcome.ts';

type Reasoned = AppealInput & { readonly reason: string };

/**
 * One of the panel asks to put the decision out of effect until the appeal is settled, or into effect again; it takes effect once most
 * of the panel ask for it.
 */
export async function askForStay(
  deps: Deps,
  asker: Asker,
  input: Reasoned & { readonly step: 'askStay' | 'askToLiftStay' },
): Promise<void> {
  const { appeal, eventMeta } = await appealToJudge(deps, asker, input);
  const reason = requireReason(input.reason, 'stayReason');
  const { change, effect } = requested(deps, appeal, { type: input.step, ...eventMeta, reason });
  const label = await labelOf(deps, appeal);
  // A stay that the panel confirms has effect already.
  if (!label || effect === null || effect.step === 'confirmStay') return deps.store.commit([change]);
  const follow = effect.step === 'grantStay' ? labelStayed : labelStands;
  const { changes, parts } = await follow(deps, label, { ...eventMeta, reason: effect.text });
  await deps.store.commit([change, ...changes], parts);
}

/** Who chairs the panel puts the decision out of effect alone, for a few days: it ends by itself unless most of the panel confirm it. */
export async function grantUrgentStay(deps: Deps, asker: Asker, input: Reasoned): Promise<void> {
  const { appeal, eventMeta } = await appealToJudge(deps, asker, input);
  const reason = requireReason(input.reason, 'urgentReason');
  const { at } = eventMeta;
  const dueAt = endOfDay(addDays(dayOf(at), deps.procedure.appeal.urgentStayDays));
  const event = { type: 'grantUrgentStay', ...eventMeta, reason, dueAt } as const;
  const { requests = [] } = appeal;
  const said = { ...saying(appeal, { step: 'grantUrgentStay', reason, at }), requests };
  const label = await labelOf(deps, appeal);
  const { changes, parts } = label
    ? labelStayed(deps, label, { ...eventMeta, reason })
    : { changes: [], parts: [] };
  await deps.store.commit([applyToAppeal(deps, appeal, event, said), ...changes], parts);
}

/** Nobody confirmed the stay that a chair granted alone: the decision has effect again. */
export async function endUrgentStay(deps: Deps, appeal: Appeal, eventMeta: EventMeta): Promise<void> {
  const event = { type: 'deadlinePassed', ...eventMeta } as const;
  const said = saying(appeal, { step: 'endUrgentStay', reason: '', at: eventMeta.at });
  const change = applyToAppeal(deps, appeal, event, said);
  const label = await labelOf(deps, appeal);
  const { changes, parts } = label
    ? await labelStayEnded(deps, label, eventMeta)
    : { changes: [], parts: [] };
  await deps.store.commit([change, ...changes], parts);
}
