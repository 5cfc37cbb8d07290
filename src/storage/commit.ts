import mongoose, { type Connection, type mongo } from 'mongoose';
import type { Change, Commit } from '../commands/ports/ports.ts';
import { LabelError } from '../errors.ts';
import { sees, type View } from '../policies/view.ts';
import type { DomainEvent } from '../workflow/domainEvents.ts';
import { chain, genesis, type JournalRecord } from '../workflow/record.ts';
import { withKey } from './database/database.ts';
import { inTransaction } from './database/inTransaction.ts';
import { isDuplicate } from './database/isDuplicate.ts';
import { forget } from './privacy/forget.ts';
import { type IndexedEntry, toIndexedEntries } from './register/toIndexedEntries.ts';
import { writeEntries } from './register/writeEntries.ts';

/** Names of the handlers that react to a fact (workers/reactions.ts). */
export type HandlersOf = (fact: DomainEvent) => readonly string[];

const { MongoNetworkError } = mongoose.mongo;

/**
 * Makes a commit true in ONE transaction: items at their revision, chained records, one job per record and handler,
 * snapshot, register row. A lost race throws `stale`. A try whose answer got lost is tried again by the id of its
 * records: finding them there means done (design: platform.md, "A killed commit may have happened").
 */
export function committer(
  connection: Connection,
  handlersOf: HandlersOf,
): (commit: Commit, view: View) => Promise<void> {
  return async (commit, view) => {
    if (!commit.changes.every((change) => isInView(change, view))) throw new LabelError('notFound');
    const lines = commit.changes.map(lineOf);
    const ready = commit.entry ? await toIndexedEntries(connection, [commit.entry]) : [];
    for (let triesLeft = 3; ; triesLeft -= 1) {
      try {
        return await inTransaction(connection, (session) =>
          write(connection, session, commit, { lines, ready }, handlersOf),
        );
      } catch (error) {
        if (isDuplicate(error)) {
          if (await isDone(connection, lines)) return;
          throw new LabelError('stale');
        }
        if (!(error instanceof MongoNetworkError) || triesLeft === 0) throw error;
      }
    }
  };
}

async function write(
  connection: Connection,
  session: mongo.ClientSession,
  commit: Commit,
  { lines, ready }: { readonly lines: readonly JournalRecord[]; readonly ready: readonly IndexedEntry[] },
  handlersOf: HandlersOf,
): Promise<void> {
  const collection = (name: string) => connection.collection<{ _id: string }>(name);
  await collection('records').insertMany(lines.map(withKey), { session });
  for (const [i, change] of commit.changes.entries()) {
    const { seq, hash } = lines[i] as JournalRecord;
    const document = {
      ...withKey(change.after),
      revision: (change.before?.revision ?? 0) + 1,
      head: { seq, hash },
    };
    if (change.before === null) {
      await collection(change.kind).insertOne(document, { session });
      continue;
    }
    const at = { _id: change.before.id, revision: change.before.revision };
    const { matchedCount } = await collection(change.kind).replaceOne(at, document, { session });
    if (matchedCount === 0) throw new LabelError('stale');
  }
  const jobs = lines.flatMap((line) => jobsOf(line, handlersOf));
  if (jobs.length > 0) await collection('jobs').insertMany(jobs, { session });
  for (const tie of commit.ties ?? []) {
    await collection('ties').replaceOne({ _id: tie.id }, withKey(tie), { session, upsert: true });
  }
  for (const invitation of commit.invitations ?? []) {
    const document = withKey(invitation);
    await collection('invitations').replaceOne({ _id: invitation.id }, document, { session, upsert: true });
  }
  for (const sponsorship of commit.sponsorships ?? []) {
    const document = withKey(sponsorship);
    await collection('sponsorships').replaceOne({ _id: sponsorship.id }, document, { session, upsert: true });
  }
  if (commit.precedent) {
    const { precedent } = commit;
    await collection('precedents').replaceOne({ _id: precedent.id }, withKey(precedent), {
      session,
      upsert: true,
    });
  }
  if (commit.evidence && commit.evidence.length > 0) {
    await collection('evidence').insertMany(commit.evidence.map(withKey), { session });
  }
  if (commit.selfAssessment) {
    const { applicationId, ...copy } = commit.selfAssessment;
    await collection('selfAssessments').insertOne({ _id: applicationId, ...copy }, { session });
  }
  if (commit.snapshot) {
    const { applicationId, n } = commit.snapshot;
    await collection('snapshots').insertOne(
      { _id: `${applicationId}.${n}`, ...commit.snapshot },
      { session },
    );
  }
  if (commit.selfAssessmentRevision) {
    const { applicationId, revision } = commit.selfAssessmentRevision;
    // A write, not a read: an answer saved at the same time then meets a conflict instead of slipping past the snapshot.
    const touched = await collection('selfAssessments').updateOne(
      { _id: applicationId, revision },
      { $inc: { revision: 1 } },
      { session },
    );
    if (touched.matchedCount === 0) throw new LabelError('stale');
  }
  if (commit.forget) await forget(connection, session, commit.forget);
  if (ready.length > 0) await writeEntries(connection, session, ready);
}

/** Whether what is changed is in the view of who changes it; what is new, people and the committee's sessions are in every view. */
function isInView({ kind, before }: Change, view: View): boolean {
  if (before === null) return true;
  switch (kind) {
    case 'people':
    case 'committeeSessions':
    case 'reviewers':
      return true;
    case 'organisations':
      return sees(view, before.id);
    case 'reviews':
      return sees(view, before.organisationId, before.context.applicationId);
    case 'applications':
      return sees(view, before.context.organisationId, before.id);
    case 'labels':
    case 'findings':
    case 'appeals':
      return sees(view, before.context.organisationId, before.context.applicationId);
  }
}

function lineOf(change: Change): JournalRecord {
  const { seq, hash } = change.before?.head ?? { seq: 0, hash: genesis };
  return chain({
    ...change.record,
    stream: `${change.kind}/${change.after.id}`,
    seq: seq + 1,
    previous: hash,
  });
}

function jobsOf(line: JournalRecord, handlersOf: HandlersOf) {
  return line.facts.flatMap((fact) =>
    handlersOf(fact).map((handler) => ({
      _id: `${line.id}:${handler}`,
      handler,
      fact,
      recordId: line.id,
      stream: line.stream,
      state: 'waiting',
      runAt: new Date(line.at),
      attempts: 0,
      lease: null,
      error: '',
    })),
  );
}

/** Whether these very lines are in the journal: an earlier try of the same commit got through. */
async function isDone(connection: Connection, lines: readonly JournalRecord[]): Promise<boolean> {
  const ids = lines.map((line) => line.id);
  const kept = await connection.collection<{ _id: string }>('records').countDocuments({ _id: { $in: ids } });
  return kept === ids.length;
}
