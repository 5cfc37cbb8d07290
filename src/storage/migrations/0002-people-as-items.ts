import type { Connection } from 'mongoose';
import { genesis } from '../../workflow/record.ts';

/** People get a revision and a chain of records, reviews the organisation of their file, ties and streams their indexes. */
export async function peopleAsItems(connection: Connection): Promise<void> {
  const on = (name: string) =>
    connection.collection<{ _id: string; context: { applicationId: string } }>(name);
  await on('people').updateMany(
    { revision: { $exists: false } },
    {
      $set: { revision: 1, head: { seq: 0, hash: genesis }, unsubscribed: [], removedAt: null },
    },
  );
  for await (const review of on('reviews').find({ organisationId: { $exists: false } })) {
    const file = await connection
      .collection<{ _id: string; context: { organisationId: string } }>('applications')
      .findOne({ _id: review.context.applicationId });
    const organisationId = file?.context.organisationId;
    if (organisationId) await on('reviews').updateOne({ _id: review._id }, { $set: { organisationId } });
  }
  await on('ties').createIndexes([{ key: { personId: 1, _id: 1 } }, { key: { organisationId: 1, _id: 1 } }]);
  await on('records').createIndexes([{ key: { 'actor.id': 1, at: -1 } }, { key: { at: -1, _id: -1 } }]);
}
