import type { Connection } from 'mongoose';

/** Sponsorships are looked for by the file they are for and by who gives them. */
export async function sponsorships(connection: Connection): Promise<void> {
  await connection
    .collection('sponsorships')
    .createIndexes([{ key: { applicationId: 1, _id: 1 } }, { key: { sponsorId: 1, _id: -1 } }]);
}
