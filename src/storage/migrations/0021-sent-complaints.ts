import type { Connection } from 'mongoose';

/** A complaint that is sent twice is one complaint. */
export async function sentComplaints(connection: Connection): Promise<void> {
  await connection
    .collection('complaints')
    .createIndex({ sent: 1 }, { unique: true, partialFilterExpression: { sent: { $exists: true } } });
}
