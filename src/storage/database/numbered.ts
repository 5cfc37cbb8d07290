import type { Connection, mongo } from 'mongoose';

/** The counter of changes of the register. */
export const changeSeries = 'registerChanges';

/**
 * Rows of the register, each with the number of the change that writes it. Taken inside the transaction that writes them: of two
 * at once, one waits for the other, so that no change becomes visible behind a later one that was read already.
 */
export async function numbered<Row extends object>(
  connection: Connection,
  session: mongo.ClientSession,
  rows: readonly Row[],
): Promise<(Row & { readonly change: number })[]> {
  const counter = await connection
    .collection<{ _id: string; n: number }>('counters')
    .findOneAndUpdate(
      { _id: changeSeries },
      { $inc: { n: rows.length } },
      { upsert: true, returnDocument: 'after', session },
    );
  if (!counter) throw new Error(`no counter for ${changeSeries}`);
  const first = counter.n - rows.length + 1;
  return rows.map((row, i) => ({ ...row, change: first + i }));
}
