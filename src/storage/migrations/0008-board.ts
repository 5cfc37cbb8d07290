import type { Connection } from 'mongoose';

/** The beginning of a name is looked for without its capitals and accents. */
const beginnings = { locale: 'fr', strength: 1 } as const;

/**
 * One index lists files by state and counts them without reading a single one, also for who must not see some of them; it
 * takes the place of the one that it begins with. Organisations get the order of their names.
 */
export async function board(connection: Connection): Promise<void> {
  const on = (name: string) => connection.collection(name);
  await on('applications').createIndex({ state: 1, _id: 1, 'context.organisationId': 1, submittedAt: 1 });
  const before = 'state_1__id_1';
  if (await on('applications').indexExists(before)) await on('applications').dropIndex(before);
  await on('organisations').createIndex({ name: 1, _id: 1 }, { collation: beginnings });
}
