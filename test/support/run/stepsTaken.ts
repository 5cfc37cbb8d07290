import type { Connection } from 'mongoose';
import type { JournalRecord } from '../../../src/workflow/record.ts';
import type { MachineName } from '../../../src/workflow/versions.ts';
import { type AnyStored, stepOf } from '../../workflow/support/walk.ts';

const machines: Readonly<Record<string, MachineName>> = {
  applications: 'application',
  reviews: 'review',
  labels: 'label',
  findings: 'finding',
  conditions: 'condition',
  committeeSessions: 'session',
  appeals: 'appeal',
  surveillances: 'surveillance',
  complaints: 'complaint',
};

/** One step that an item of a database really took. */
export interface StepTaken {
  readonly machine: MachineName;
  readonly from: string;
  readonly event: string;
  readonly to: string;
}

/** Every step that the journal of a database tells of, replayed from each item's first line. */
export async function stepsTaken(connection: Connection): Promise<readonly StepTaken[]> {
  const lines = await connection
    .collection<JournalRecord>('records')
    .find()
    .sort({ stream: 1, seq: 1 })
    .toArray();
  const standing = new Map<string, AnyStored>();
  const ran: StepTaken[] = [];
  for (const { stream, event, data } of lines) {
    const machine = machines[stream.split('/')[0] ?? ''];
    if (!machine) continue;
    const from = standing.get(stream);
    if (!from) {
      if (data.stored) standing.set(stream, data.stored as AnyStored);
      continue;
    }
    if (!event) continue;
    const taken = stepOf(machine, from, event);
    if (!taken.taken) throw new Error(`${stream} does not follow: ${taken.reasons.join(', ')}`);
    standing.set(stream, taken.next);
    ran.push({ machine, from: from.state, event: event.type, to: taken.next.state });
  }
  return ran;
}
