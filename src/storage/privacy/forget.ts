import type { Connection, mongo } from 'mongoose';
import type { Forgetting } from '../../commands/ports/keepingPorts.ts';

/** Casework in which nothing is written any more: whose it is and who follows it stay. */
const nothingNoted = { notes: [], tags: [], taggedAt: null };
const empty = { facts: {}, answers: [], offers: [], offersNamed: [], showScores: false };

/** Takes away what a commit says is to be forgotten, in its transaction. */
export async function forget(
  connection: Connection,
  session: mongo.ClientSession,
  { person, organisationIds = [], contentOf = [], complaints = [] }: Forgetting,
): Promise<void> {
  const on = (name: string) => connection.collection<{ _id: string }>(name);
  if (person) {
    const { id, email } = person;
    await on('passkeyOffers').deleteOne({ _id: id }, { session });
    for (const name of ['passkeys', 'sessions', 'keptUploads', 'providerLinks', 'savedViews']) {
      await on(name).deleteMany({ personId: id }, { session });
    }
    for (const name of ['signIns', 'invitations']) await on(name).deleteMany({ email }, { session });
    await on('mails').deleteMany({ to: email }, { session });
    await on('sentLetters').deleteMany({ personId: id }, { session });
    await on('sentLetters').deleteMany({ to: email }, { session });
    await on('complaints').updateMany({ email }, { $set: { email: null } }, { session });
    // A signature that was never sent; one that was stands in its snapshot.
    await on('selfAssessments').updateMany(
      { 'declared.by': id },
      { $set: { 'declared.name': '' } },
      { session },
    );
    // Scores stay, for decisions stand on them; what their author noted for nobody else goes.
    await on('reviews').updateMany(
      { 'context.personId': id },
      { $set: { 'scores.$[noted].note': '' } },
      { session, arrayFilters: [{ 'noted.note': { $gt: '' } }] },
    );
    // What the office noted about them goes with them; what they noted themselves stays, under an id that names nobody.
    const about = { 'notes.about': id };
    await on('casework').updateMany(about, { $pull: { notes: { about: id } } } as object, { session });
    await on('casework').updateMany({ followers: id }, { $pull: { followers: id } } as object, { session });
    await on('seenItems').deleteMany({ personId: id }, { session });
  }
  if (organisationIds.length > 0) {
    for (const name of ['invitations', 'sentLetters']) {
      await on(name).deleteMany({ organisationId: { $in: [...organisationIds] } }, { session });
    }
  }
  if (contentOf.length > 0) {
    const these = { $in: [...contentOf] };
    // What was sent stays as it was sent: the files that a snapshot froze, and those that an appeal names, are a part of it.
    const ofThese = contentOf.map((id) => ({ _id: { $gte: `${id}.`, $lt: `${id}/` } }));
    const frozen = await on('snapshots').distinct('content.evidence.id', { $or: ofThese }, { session });
    const named = await on('appeals').distinct('documents', { 'context.applicationId': these }, { session });
    const sent = { $nin: [...frozen, ...named] };
    await on('evidence').deleteMany({ applicationId: these, _id: sent }, { session });
    await on('questionnaires').deleteMany({ applicationId: these }, { session });
    await on('casework').updateMany({ applicationId: these }, { $set: nothingNoted }, { session });
    await on('selfAssessments').updateMany(
      { _id: these },
      { $set: empty, $unset: { declared: '', earlier: '' }, $inc: { revision: 1 } },
      { session },
    );
    // That someone was asked and what they answered stays; what either of them wrote goes.
    await on('sponsorships').updateMany(
      { applicationId: these },
      { $set: { note: '', shown: { organisation: '', offers: [], purpose: '' } } },
      { session },
    );
  }
  if (complaints.length > 0) {
    const these = { $in: complaints.map((id) => `complaints/${id}`) };
    await on('casework').updateMany({ _id: these }, { $set: nothingNoted }, { session });
  }
}
