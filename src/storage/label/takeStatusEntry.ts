import type { Connection } from 'mongoose';
import type { StatusMark } from '../../commands/ports/issuedPorts.ts';
import { type StatusEntry, statusListSize } from '../../commands/ports/issuingPorts.ts';
import { isNew } from '../database/isDuplicate.ts';

/** Tries by chance before the free places of a list are counted: a list that is half full needs two of them. */
const tries = 20;

/** What is stored of a place in the status lists. */
export interface StatusRow extends StatusEntry, StatusMark {
  readonly _id: string;
  readonly number: string;
}

/**
 * The place of a revision in the status lists: the one it has, or a free one. Where it lies tells nothing of when it was given
 * (docs/design/issuing.md#status-lists), so `draw` gives indexes by chance; a unique index resolves two that get the same one.
 */
export async function takeStatusEntry(
  connection: Connection,
  number: string,
  revision: number,
  draw: () => number,
): Promise<StatusEntry> {
  const rows = connection.collection<StatusRow>('statusEntries');
  const _id = `${number}/${revision}`;
  const placed = () => rows.findOne<StatusEntry>({ _id }, { projection: { _id: 0, list: 1, index: 1 } });
  const take = async (list: number, index: number) => {
    const row = { _id, number, revision, list, index, revoked: false, suspended: false };
    return (await isNew(rows.insertOne(row))) ? { list, index } : placed();
  };
  const known = await placed();
  if (known) return known;
  const newest = await rows.findOne({}, { sort: { list: -1 } });
  for (let list = newest?.list ?? 1; ; list += 1) {
    for (let i = 0; i < tries; i += 1) {
      const taken = await take(list, draw() % statusListSize);
      if (taken) return taken;
    }
    for (let free = await freeOf(list); free.length > 0; free = await freeOf(list)) {
      const taken = await take(list, free[draw() % free.length] ?? 0);
      if (taken) return taken;
    }
  }

  async function freeOf(list: number): Promise<number[]> {
    const used = new Set(await rows.distinct('index', { list }));
    return Array.from({ length: statusListSize }, (_, index) => index).filter((index) => !used.has(index));
  }
}
