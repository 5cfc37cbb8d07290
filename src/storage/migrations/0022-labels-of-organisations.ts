import type { Connection } from 'mongoose';

/** The labels of an organisation are found by it, as credentials name it. */
export async function labelsOfOrganisations(connection: Connection): Promise<void> {
  await connection.collection('entries').createIndex({ 'organisation.id': 1, _id: -1 });
}
