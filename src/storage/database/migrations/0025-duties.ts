import type { Connection } from 'mongoose';

/** What a person did on a file, and the files that they evaluated, are found by the person. */
export async function duties(connection: Connection): Promise<void> {
  await connection.collection('records').createIndex({ 'actor.id': 1, stream: 1 });
  await connection
    .collection('applications')
    .createIndexes([
      { key: { 'context.reviewers.personId': 1 } },
      { key: { 'context.moderatedBy': 1 } },
      { key: { 'context.earlierPeople': 1 } },
    ]);
}
