import { fault, LabelError } from '../../errors.ts';
import { type Day, dayOf } from '../../register/day.ts';
import { endOfDay } from '../../register/endOfDay.ts';
import { applyToLabel } from '../common/applyEvent.ts';
import { requireVisible, unchanged } from '../common/requireVisible.ts';
import type { Asker, Deps } from '../ports/ports.ts';
import { labelActor } from './labelActor.ts';
import { labelRow } from './labelRow.ts';

/** Takes a label out of use until it is restored or withdrawn; the reason stays inside, the status is public at once. */
export async function suspendLabel(
  deps: Deps,
  asker: Asker,
  input: {
    readonly number: string;
    readonly revision: number;
    readonly reason: string;
    /** Last day to put right what it is suspended for. */
    readonly until: Day;
  },
): Promise<void> {
  const label = requireVisible(await deps.store.label(input.number));
  unchanged(label, input.revision);
  const at = deps.clock.now().toISOString();
  if (input.until < dayOf(at)) {
    throw new LabelError('invalid', { faults: [fault('until', 'dayPast')] });
  }
  const actor = await labelActor(deps, asker, label);
  const { reason, until } = input;
  const event = { type: 'suspend', at, actor, reason, dueAt: endOfDay(until) } as const;
  const change = applyToLabel(label, event, { id: deps.ids.next() });
  await deps.store.commit({ changes: [change], parts: await labelRow(deps, change.after, at) });
}
