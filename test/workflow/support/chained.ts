import type { WorkflowEvent } from '../../../src/workflow/events.ts';
import { chain, genesis, type JournalRecord } from '../../../src/workflow/record.ts';
import type { AnyStored } from './walk.ts';

/** The journal of an item: a first line that holds its start, then one line an event. */
export function chained(stored: AnyStored, events: readonly WorkflowEvent[]): readonly JournalRecord[] {
  const lines: JournalRecord[] = [];
  for (const event of [null, ...events]) {
    lines.push(
      chain({
        id: `record-${lines.length + 1}`,
        stream: 'specimens/1',
        seq: lines.length + 1,
        at: event?.at ?? '2026-03-01T09:00:00.000Z',
        actor: event?.actor ?? { id: 'owner', roles: ['owner'] },
        event,
        facts: [],
        data: event ? {} : { stored },
        previous: lines.at(-1)?.hash ?? genesis,
      }),
    );
  }
  return lines;
}
