import { isRenewable } from '../../policies/renewalWindow.ts';
import { addDays, type Day } from '../../register/day.ts';
import { systemActor } from '../common/actor.ts';
import { applyToLabel } from '../common/applyEvent.ts';
import type { FrozenFile } from '../file/frozenFile.ts';
import type { Label } from '../items/items.ts';
import type { Deps } from '../ports/ports.ts';

/** The label that a file renews, as long as it holds; one that ended meanwhile is followed without being replaced. */
export async function renewedLabel(
  { store }: Pick<Deps, 'store'>,
  { application, snapshot }: Pick<FrozenFile, 'application' | 'snapshot'>,
): Promise<Label | null> {
  const { earlier } = snapshot.content;
  if (application.context.kind !== 'renewal' || !earlier) return null;
  const label = await store.label(earlier.labelNumber);
  return label && isRenewable(label) ? label : null;
}

/** The old label's end by its successor, done by the service itself because the holder signed. */
export function renew({ ids }: Pick<Deps, 'ids'>, old: Label, successor: string, at: string) {
  return applyToLabel(old, { type: 'renew', at, actor: systemActor, successor }, { id: ids.next() });
}

/** The day from which a new label's months are counted: the one after the period that it goes on from, today where there is none or it is over. */
export function countedFrom(today: Day, old: Pick<Label, 'context'> | null): Day {
  const next = old ? addDays(old.context.until, 1) : today;
  return next > today ? next : today;
}
