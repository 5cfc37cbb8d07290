import type { Connection } from 'mongoose';

/** Complaints by when they came, by where an answer is wanted (an erasure forgets it), by their photo. */
export async function complaints(connection: Connection): Promise<void> {
  await connection
    .collection('complaints')
    .createIndexes([
      { key: { receivedAt: 1 } },
      { key: { email: 1 }, sparse: true },
      { key: { 'photo.digest': 1 }, sparse: true },
    ]);
}
