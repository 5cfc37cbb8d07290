import type { Machines } from './machines.ts';
import type { JournalRecord } from './record.ts';
import { step } from './step.ts';
import type { MachineName } from './versions.ts';

type AnyStored = Machines[MachineName]['stored'];

/**
 * The state that a stream of records leads to: its first line holds the initial state, every later one an event. Null
 * when the first line holds none; throws where an event is refused (docs/design/workflow.md#invariants).
 */
export function replay(name: MachineName, records: readonly JournalRecord[]): AnyStored | null {
  const initial = records[0]?.data.stored;
  if (!initial) return null;
  return records.slice(1).reduce<AnyStored>((stored, { seq, event }) => {
    if (!event) return stored;
    const result = step(name, stored, event);
    if (!result.taken) throw new Error(`record ${seq} does not follow: ${result.reasons.join(', ')}`);
    return result.next;
  }, initial);
}
