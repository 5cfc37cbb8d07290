import type { mongo } from 'mongoose';
import type { Entering } from '../../commands/ports/logPorts.ts';
import type { Clock } from '../../commands/ports/ports.ts';
import { entryOf } from '../../transparency/statement.ts';
import { canonicalJson, digestOf } from '../../workflow/canonicalJson.ts';

/** `waiting` until it has its place; `index` from then on. */
export interface EntryRow {
  readonly _id: string;
  readonly number?: string;
  readonly index?: number;
  readonly waiting?: Date;
  readonly entry: string;
  readonly statement: string | null;
}

/** The clock of entries. The clock of the service can be moved, and a demonstration plays in the past: no entry is dated back with them. */
export const machineClock: Clock = { now: () => new Date() };

/** Writes an entry that waits, where its source is not known. */
export function waiting(
  { source, type, statement }: Entering,
  now: Date,
): mongo.AnyBulkWriteOperation<EntryRow> {
  const row = {
    ...('number' in statement && { number: statement.number }),
    waiting: now,
    entry: entryOf({ type, statement, time: now.toISOString() }, digestOf(statement)),
    statement: canonicalJson(statement),
  };
  return { updateOne: { filter: { _id: source }, update: { $setOnInsert: row }, upsert: true } };
}
