import type { Connection } from 'mongoose';

/** Where badges are shown is read by label, and taken away by day. */
export async function badgeHosts(connection: Connection): Promise<void> {
  await connection
    .collection('badgeHosts')
    .createIndexes([{ key: { number: 1, day: 1 } }, { key: { day: 1 } }]);
}
