import type { mongo } from 'mongoose';
import type { Entering } from '../../commands/ports/logPorts.ts';
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

/** Writes an entry that waits, where its source is not known. */
export function waiting({ source, ...said }: Entering): mongo.AnyBulkWriteOperation<EntryRow> {
  const { statement, time } = said;
  const row = {
    ...('number' in statement && { number: statement.number }),
    waiting: new Date(time),
    entry: entryOf(said, digestOf(statement)),
    statement: canonicalJson(statement),
  };
  return { updateOne: { filter: { _id: source }, update: { $setOnInsert: row }, upsert: true } };
}
