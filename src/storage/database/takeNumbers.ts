import type { Connection, mongo } from 'mongoose';

/** The counter of changes of the register. */
export const changeSeries = 'registerChanges';

/** Reserves the next numbers of a series, within a transaction where there is one; returns the first of them. */
export async function takeNumbers(
  connection: Connection,
  series: string,
  count = 1,
  session?: mongo.ClientSession,
): Promise<number> {
  const counter = await connection
    .collection<{ _id: string; n: number }>('counters')
    .findOneAndUpdate(
      { _id: series },
      { $inc: { n: count } },
      { upsert: true, returnDocument: 'after', ...(session && { session }) },
    );
  if (!counter) throw new Error(`no counter for ${series}`);
  return counter.n - count + 1;
}
