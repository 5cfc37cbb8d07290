import type { Connection } from 'mongoose';

/** Sessions by who is recused in them: looked up with every request of someone of the staff. */
export async function recusals(connection: Connection): Promise<void> {
  await connection
    .collection('committeeSessions')
    .createIndexes([{ key: { 'context.recusals.personId': 1 } }]);
}
