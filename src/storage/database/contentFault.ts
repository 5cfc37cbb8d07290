import { sharedScores } from '../../commands/file/sharedScore.ts';
import type { ReviewScore } from '../../commands/items/items.ts';
import { digestOf } from '../../workflow/canonicalJson.ts';
import type { JournalRecord } from '../../workflow/record.ts';
import { replay } from '../../workflow/replay.ts';
import type { Stored } from '../../workflow/stored.ts';
import { migrate } from '../../workflow/versions.ts';
import { machineOf } from './asToday.ts';

/** What an item says of the end of its chain, and what the chain must lead to; a chain of notes has an end only. */
export interface ChainEnd {
  readonly head: { readonly seq: number; readonly hash: string };
  readonly machineVersion?: number;
  readonly state?: string;
  readonly context?: object;
  readonly scores?: readonly ReviewScore[];
  readonly offers?: readonly object[];
}

/** Where a whole chain leads to something else than its item holds: its machine's state, a delivered review's scores, a label's offers. */
export function contentFault(
  stream: string,
  item: ChainEnd,
  records: readonly JournalRecord[],
): { readonly seq: number; readonly why: string } | null {
  const machine = machineOf[stream.split('/')[0] ?? ''];
  if (!machine) return null;
  const { machineVersion, state, context } = item;
  try {
    const led = replay(machine, records);
    const stored = { machineVersion, state, context } as Stored<string, object>;
    const same = led !== null && digestOf(migrate(machine, led)) === digestOf(migrate(machine, stored));
    if (!same) return { seq: records.length, why: 'stateDiffers' };
  } catch {
    return { seq: records.length, why: 'stateDoesNotFollow' };
  }
  const parts = { scores: item.scores && sharedScores({ scores: item.scores }), offers: item.offers };
  for (const part of ['scores', 'offers'] as const) {
    const line = records.findLast(({ data }) => typeof data[part] === 'string');
    if (line && digestOf(parts[part]) !== line.data[part]) return { seq: line.seq, why: `${part}Differ` };
  }
  return null;
}
