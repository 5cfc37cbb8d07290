import type { Connection } from 'mongoose';

/** Complaints by the organisation that they are about: whoever is barred from it is shown no line of theirs. */
export async function complaintsOfOrganisations(connection: Connection): Promise<void> {
  await connection.collection('complaints').createIndex({ organisationId: 1 });
}
