import type { Connection } from 'mongoose';
import type { ChainWalk } from '../../commands/ports/journalPorts.ts';
import type { Kind } from '../../commands/ports/ports.ts';
import { firstBreak, type JournalRecord } from '../../workflow/record.ts';
import type { ChainEnd } from '../database/contentFault.ts';
import { findRows } from '../database/database.ts';
import { itemSchemas } from '../database/schemas/itemSchemas.ts';
import { type Access, rolesFault } from './rolesFault.ts';

/** Kinds of chains whose end an item holds: those of the items. The end of any other is kept in `heads`. */
export const itemKinds = Object.keys(itemSchemas) as readonly Kind[];

/**
 * Walks one chain from its first line, `max` lines at most, to the end that its item names, and replays what a machine
 * rules. Null for a chain that is not there; lines whose item is gone are a fault.
 */
export async function walkChain(
  connection: Connection,
  stream: string,
  max = 2 ** 31 - 1,
): Promise<ChainWalk | null> {
  const [end, lines] = await Promise.all([
    endOf(connection, stream),
    findRows<JournalRecord>(connection, 'records', { stream }, { sort: { seq: 1 }, limit: max }),
  ]);
  if (!end && lines.length === 0) return null;
  const count = { lines: lines.length };
  if (!end) return { ...count, whole: true, fault: { stream, seq: 1, why: 'itemMissing' } };
  const whole = end.head.seq <= max;
  const head = whole ? end.head : (lines.at(-1) ?? end.head);
  // Loaded here, because a web that only reads pages out does without the machines.
  const { contentFault } = await import('../database/contentFault.ts');
  const broken = firstBreak(lines, head) ?? (whole ? contentFault(stream, end, lines) : null);
  const beside = !broken && whole ? await faultBeside(connection, stream, end, lines) : null;
  const fault = broken ?? beside;
  return { ...count, whole, fault: fault && { stream, ...fault } };
}

/** Where what no machine rules is not as the lines of a chain say: roles of a person, the register's row of a label. */
async function faultBeside(
  connection: Connection,
  stream: string,
  end: ChainEnd,
  lines: readonly JournalRecord[],
) {
  const [kind = '', id = ''] = stream.split('/');
  if (kind === 'people') return rolesFault(end as ChainEnd & Access, lines);
  if (kind !== 'labels') return null;
  const { registerFault } = await import('./registerFault.ts');
  return registerFault(connection, id, end, lines);
}

async function endOf(connection: Connection, stream: string): Promise<ChainEnd | null> {
  const cut = stream.indexOf('/');
  const [kind, id] = [stream.slice(0, cut), stream.slice(cut + 1)];
  if (itemKinds.some((known) => known === kind)) {
    return connection.collection<ChainEnd & { _id: string }>(kind).findOne({ _id: id });
  }
  const heads = connection.collection<{ _id: string }>('heads');
  const head = await heads.findOne<ChainEnd['head']>({ _id: stream }, { projection: { _id: 0 } });
  return head && { head };
}
