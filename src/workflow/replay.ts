import { asToday } from './earlierEvents.ts';
import type { JournalRecord } from './record.ts';
import { type Step, step } from './step.ts';
import type { Stored } from './stored.ts';
import type { MachineName } from './versions.ts';

/**
 * The state that a stream of records leads to: its first line holds the initial state, every later one an event. Null
 * when the first line holds none; throws where an event is refused (workflow.md, invariant 7).
 */
export function replay(name: MachineName, records: readonly JournalRecord[]): Stored<string, object> | null {
  const initial = records[0]?.data.stored as Stored<string, object> | undefined;
  if (!initial) return null;
  return records.slice(1).reduce<Stored<string, object>>((stored, { seq, event }) => {
    if (!event) return stored;
    const result = take(name, stored, asToday(name, event, stored.context));
    if (!result.taken) throw new Error(`record ${seq} does not follow: ${result.reasons.join(', ')}`);
    return result.next;
  }, initial);
}

/** A machine that is known only by its name takes whatever was recorded as its event, or refuses it. */
const take = step as unknown as (
  name: MachineName,
  stored: Stored<string, object>,
  event: NonNullable<JournalRecord['event']>,
) => Step<Stored<string, object>>;
