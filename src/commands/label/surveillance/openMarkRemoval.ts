import { addDays, dayOf } from '../../../register/day.ts';
import { systemActor } from '../../common/actor.ts';
import type { Label } from '../../items/items.ts';
import type { ChangeOf, Deps } from '../../ports/ports.ts';
import { isOpen, newSurveillance } from './newSurveillance.ts';

/** States in which the holder shows the label no more; one that another label replaced is shown as that one. */
const outOfUse: readonly Label['state'][] = [
  'suspended',
  'withdrawalPending',
  'withdrawn',
  'terminated',
  'expired',
];

/** Whether the holder of a label shows it no more. */
export function isOutOfUse({ state }: Pick<Label, 'state'>): boolean {
  return outOfUse.includes(state);
}

/** The task that the mark of a label leaves its holder's media, for a commit; nothing where it is open or was opened today already. */
export async function openMarkRemoval(
  deps: Pick<Deps, 'store' | 'ids' | 'clock' | 'procedure'>,
  label: Pick<Label, 'id' | 'state' | 'context'>,
): Promise<readonly ChangeOf<'surveillances'>[]> {
  const known = await deps.store.surveillancesOf([label.id]);
  if (known.some((one) => one.context.task === 'markRemoval' && isOpen(one))) return [];
  const at = deps.clock.now().toISOString();
  const day = dayOf(at);
  const answerBy = addDays(day, deps.procedure.surveillance.markDays);
  const task = { task: 'markRemoval', slot: `${label.state}-${day}`, answerBy } as const;
  const opened = newSurveillance(deps, label, known, task, { at, actor: systemActor });
  return opened ? [opened] : [];
}
