import type { Machines } from './machines.ts';
import type { JournalRecord } from './record.ts';
import { step } from './step.ts';
import type { MachineName } from './versions.ts';

type AnyStored = Machines[MachineName]['stored'];

/**
 * The state that a stream of records leads to: one line holds the initial state, the first unless the item had no machine
 * before, and every later one an event. Null when none holds it; throws where an event is refused (docs/design/workflow.md#invariants).
 */
export function replay(name: MachineName, records: readonly JournalRecord[]): AnyStored | null {
  const first = records.findIndex(({ data }) => data.stored);
  const initial = records[first]?.data.stored;
  if (!initial) return null;
  return records.slice(first + 1).reduce<AnyStored>((stored, { seq, event }) => {
    if (!event) return stored;
    const result = step(name, stored, event);
    if (!result.taken) throw new Error(`record ${seq} does not follow: ${result.reasons.join(', ')}`);
    return result.next;
  }, initial);
}
