import { LabelError } from '../../errors.ts';
import type { Act } from '../../policies/acts.ts';
import { isOfficer } from '../../policies/who.ts';
import { dayOf, daysBetween } from '../../register/day.ts';
import { actorOn, requireDuty } from '../common/actor.ts';
import { remindNow } from '../common/reminders.ts';
import { requireVisible } from '../common/requireVisible.ts';
import type { ReminderFact } from '../items/eventData.ts';
import type { Label } from '../items/items.ts';
import type { Asker, Deps, Items } from '../ports/ports.ts';

/** What the holder of a label is reminded of in proceedings: to answer, or to put right what it is suspended for. */
export const reminded = {
  hearing: {
    fact: 'label.hearingDueSoon',
    act: 'label.extendHearing',
    dueAt: ({ hearing }: Label['context'], _: Label['state']) =>
      hearing?.answered === false ? hearing.dueAt : null,
  },
  repair: {
    fact: 'label.repairDueSoon',
    act: 'label.extendRepair',
    dueAt: ({ dueAt }: Label['context'], state: Label['state']) => (state === 'suspended' ? dueAt : null),
  },
} as const;

/** An officer reminds the holder of a label today of what they are heard on, or of what is to be put right. */
export async function remindOfSanction(
  deps: Deps,
  asker: Asker,
  { number, of }: { readonly number: string; readonly of: keyof typeof reminded },
): Promise<void> {
  const label = requireVisible(await deps.store.label(number));
  const { dueAt, ...by } = reminded[of];
  await remindToday(deps, asker, { kind: 'labels', item: label, ...by }, dueAt(label.context, label.state));
}

/** The same of a condition that waits for its proof. */
export async function remindOfCondition(
  deps: Deps,
  asker: Asker,
  { conditionId }: { readonly conditionId: string },
): Promise<void> {
  const item = requireVisible(await deps.store.condition(conditionId));
  const due = item.state === 'open' ? item.context.dueAt : null;
  const by = { fact: 'condition.dueSoon', act: 'condition.extend' } as const;
  await remindToday(deps, asker, { kind: 'conditions', item, ...by }, due);
}

async function remindToday<K extends 'labels' | 'conditions'>(
  deps: Deps,
  asker: Asker,
  {
    act,
    ...what
  }: { readonly kind: K; readonly item: Items[K]; readonly fact: ReminderFact; readonly act: Act },
  dueAt: string | null,
): Promise<void> {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const file = requireVisible(await deps.store.application(what.item.context.applicationId));
  const actor = await actorOn(deps, asker, file);
  requireDuty(actor, file.id, act);
  if (dueAt === null) throw new LabelError('refused', { reasons: ['wrongState'] });
  const at = deps.clock.now().toISOString();
  await remindNow(deps, { ...what, at, actor }, { dueAt, left: daysBetween(dayOf(at), dayOf(dueAt)) });
}
