import type { Connection, mongo } from 'mongoose';
import { takeNumbers } from './takeNumbers.ts';

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
  const first = await takeNumbers(connection, changeSeries, rows.length, session);
  return rows.map((row, i) => ({ ...row, change: first + i }));
}
