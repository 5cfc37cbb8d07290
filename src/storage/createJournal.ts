import type { Connection } from 'mongoose';
import type { Snapshot } from '../commands/items.ts';
import type { Kind } from '../commands/ports.ts';
import { digestOf } from '../workflow/canonicalJson.ts';
import { firstBreak, type JournalRecord } from '../workflow/record.ts';
import { replay } from '../workflow/replay.ts';
import type { MachineName } from '../workflow/versions.ts';
import { type Stored, withId } from './database.ts';

/** What is wrong with one stream of the journal. */
export interface JournalFault {
  readonly stream: string;
  readonly seq: number;
  readonly why: string;
}

export interface Journal {
  /** Walks every chain to the end that its item names, and replays what a machine rules; gives the faults and the count of lines. */
  verify(): Promise<{
    readonly streams: number;
    readonly lines: number;
    readonly faults: readonly JournalFault[];
  }>;
}

interface ItemHead {
  readonly _id: string;
  readonly head: { readonly seq: number; readonly hash: string };
  readonly machineVersion?: number;
  readonly state?: string;
  readonly context?: object;
  readonly scores?: readonly object[];
  readonly offers?: readonly object[];
}

const machines: Record<Kind, MachineName | null> = {
  organisations: null,
  applications: 'application',
  reviews: 'review',
  labels: 'label',
};

/** The journal of one database, read stream by stream. */
export function createJournal(connection: Connection): Journal {
  const records = () => connection.collection<Stored<JournalRecord>>('records');
  const snapshots = () => connection.collection<Stored<Snapshot & { id: string }>>('snapshots');
  return {
    verify: async () => {
      const faults: JournalFault[] = [];
      let streams = 0;
      let lines = 0;
      const known = new Set<string>();
      for (const kind of Object.keys(machines) as Kind[]) {
        for await (const item of connection.collection<ItemHead>(kind).find({}).sort({ _id: 1 })) {
          const stream = `${kind}/${item._id}`;
          const found = await records().find({ stream }).sort({ seq: 1 }).toArray();
          const fault = faultOf(
            machines[kind],
            item,
            found.map((line) => withId<JournalRecord>(line)),
          );
          if (fault) faults.push({ stream, ...fault });
          known.add(stream);
          streams += 1;
          lines += found.length;
        }
      }
      for await (const { _id, applicationId, digest, content } of snapshots().find({})) {
        const recorded = await records().countDocuments({
          stream: `applications/${applicationId}`,
          'event.digest': digest,
        });
        if (recorded === 0 || digestOf(content) !== digest) {
          faults.push({ stream: `applications/${applicationId}`, seq: 0, why: `snapshotDiffers ${_id}` });
        }
      }
      const orphans = (await records().distinct('stream')).filter((stream) => !known.has(stream));
      faults.push(...orphans.map((stream) => ({ stream, seq: 1, why: 'itemMissing' })));
      return { streams, lines, faults };
    },
  };
}

function faultOf(
  machine: MachineName | null,
  item: ItemHead,
  records: readonly JournalRecord[],
): Omit<JournalFault, 'stream'> | null {
  const broken = firstBreak(records, item.head);
  if (broken || !machine) return broken;
  const { machineVersion, state, context } = item;
  try {
    const same = digestOf(replay(machine, records)) === digestOf({ machineVersion, state, context });
    return same ? contentFault(item, records) : { seq: records.length, why: 'stateDiffers' };
  } catch (error) {
    return { seq: records.length, why: error instanceof Error ? error.message : String(error) };
  }
}

/** What a record fixed beside the machine's state: a delivered review's scores, a label's offers. */
function contentFault(
  item: ItemHead,
  records: readonly JournalRecord[],
): Omit<JournalFault, 'stream'> | null {
  for (const part of ['scores', 'offers'] as const) {
    const line = records.findLast(({ data }) => typeof data[part] === 'string');
    if (line && digestOf(item[part]) !== line.data[part]) return { seq: line.seq, why: `${part}Differ` };
  }
  return null;
}
