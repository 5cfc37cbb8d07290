import type { Connection, mongo } from 'mongoose';
import type { Forgetting } from '../commands/keepingPorts.ts';

const empty = { facts: {}, answers: [], offers: [], offersNamed: [], showScores: false };

/** Takes away what a commit says is to be forgotten, in its transaction. */
export async function forget(
  connection: Connection,
  session: mongo.ClientSession,
  { person, organisationIds = [], contentOf = [] }: Forgetting,
): Promise<void> {
  const on = (name: string) => connection.collection<{ _id: string }>(name);
  if (person) {
    const { id, email } = person;
    await on('passkeyOffers').deleteOne({ _id: id }, { session });
    for (const name of ['passkeys', 'sessions', 'providerLinks']) {
      await on(name).deleteMany({ personId: id }, { session });
    }
    for (const name of ['signIns', 'invitations']) await on(name).deleteMany({ email }, { session });
    await on('mails').deleteMany({ to: email }, { session });
  }
  if (organisationIds.length > 0) {
    await on('invitations').deleteMany({ organisationId: { $in: [...organisationIds] } }, { session });
  }
  if (contentOf.length > 0) {
    const these = { $in: [...contentOf] };
    await on('evidence').deleteMany({ applicationId: these }, { session });
    await on('selfAssessments').updateMany(
      { _id: these },
      { $set: empty, $inc: { revision: 1 } },
      { session },
    );
  }
}
