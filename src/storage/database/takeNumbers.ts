import type { Connection } from 'mongoose';

/** Reserves the next numbers of a series; returns the first of them. */
export async function takeNumbers(connection: Connection, series: string, count = 1): Promise<number> {
  const counter = await connection
    .model('counters')
    .findOneAndUpdate({ _id: series }, { $inc: { n: count } }, { upsert: true, returnDocument: 'after' })
    .lean<{ n: number }>();
  if (!counter) throw new Error(`no counter for ${series}`);
  return counter.n - count + 1;
}
