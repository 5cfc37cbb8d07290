import mongoose, { type Connection, type mongo } from 'mongoose';
import type { Casework } from '../commands/items/casework.ts';
import type { Change, Clock, Part } from '../commands/ports/ports.ts';
import { LabelError } from '../errors.ts';
import { groupBy } from '../groupBy.ts';
import { sees, type View } from '../policies/view.ts';
import { currentRequest } from '../requestScope.ts';
import type { DomainEvent } from '../workflow/domainEvents.ts';
import { chain, genesis, type JournalRecord } from '../workflow/record.ts';
import { type CollectionName, withKey } from './database/database.ts';
import { inTransaction } from './database/inTransaction.ts';
import { isDuplicate } from './database/isDuplicate.ts';
import { refreshDeskRows } from './desk/refreshDeskRows.ts';
import { touchedRows } from './desk/touchedRows.ts';
import { forget } from './privacy/forget.ts';
import { toIndexedEntries } from './register/toIndexedEntries.ts';
import { writeEntries } from './register/writeEntries.ts';
import { eraseStatements } from './transparency/eraseStatements.ts';

/** Names of the handlers that react to a fact (workers/reactions.ts). */
export type HandlersOf = (fact: DomainEvent) => readonly string[];

const { MongoNetworkError } = mongoose.mongo;

/**
 * Writes a commit in ONE transaction: items at their revision, chained records, one job per record and handler,
 * snapshot, register row, rows of the desk. A lost race throws `stale`. A commit whose answer got lost is retried; finding its
 * records by their ids then means that it is done (docs/design/platform.md#a-killed-commit-may-have-happened).
 */
export function committer(connection: Connection, handlersOf: HandlersOf, clock: Clock) {
  return async (view: View, changes: readonly Change[], parts: readonly Part[]): Promise<void> => {
    if (!changes.every((change) => isInView(change, view))) throw new LabelError('notFound');
    const moves = changes.map((change) => ({ change, line: lineOf(change) }));
    const lines = moves.map(({ line }) => line);
    const entries = parts.flatMap((part) => (part.kind === 'entry' ? [part.entry] : []));
    const ready = entries.length > 0 ? await toIndexedEntries(connection, entries) : [];
    for (let triesLeft = 3; ; triesLeft -= 1) {
      try {
        return await inTransaction(connection, async (session) => {
          await writeMoves(connection, session, moves);
          const jobs = lines.flatMap((line) => jobsOf(line, handlersOf));
          if (jobs.length > 0) await rowsOf(connection, 'jobs').insertMany(jobs, { session });
          for (const part of parts) await writePart(connection, session, part);
          if (ready.length > 0) await writeEntries(connection, session, ready, { now: clock.now() });
          await refreshDeskRows(connection, session, await touchedRows(connection, session, changes, parts));
        });
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

function rowsOf(connection: Connection, name: CollectionName) {
  return connection.collection<{ _id: string }>(name);
}

async function writeMoves(
  connection: Connection,
  session: mongo.ClientSession,
  moves: readonly { readonly change: Change; readonly line: JournalRecord }[],
): Promise<void> {
  const lines = moves.map(({ line }) => withKey(line));
  await rowsOf(connection, 'records').insertMany(lines, { session });
  for (const [kind, some] of groupBy(moves, ({ change }) => change.kind)) {
    const writes = some.map(({ change, line }) => writeOf(change, line));
    const replaced = some.filter(({ change }) => change.before !== null).length;
    const { matchedCount } = await rowsOf(connection, kind).bulkWrite(writes, { session });
    if (matchedCount < replaced) throw new LabelError('stale');
  }
}

/** An item as it becomes, in the place of what was read. Of two that keep its revision one is stale by the number of its line. */
function writeOf({ before, after, keepsRevision }: Change, { seq, hash }: JournalRecord) {
  const revision = (before?.revision ?? 0) + (keepsRevision ? 0 : 1);
  const document = { ...withKey(after), revision, head: { seq, hash } };
  if (before === null) return { insertOne: { document } };
  const filter = { _id: before.id, revision: before.revision };
  return { replaceOne: { filter, replacement: document } };
}

async function writePart(connection: Connection, session: mongo.ClientSession, part: Part): Promise<void> {
  switch (part.kind) {
    case 'ties':
    case 'invitations':
    case 'sponsorships':
    case 'precedents':
      for (const row of part.rows) {
        const document = withKey(row);
        const at = { _id: row.id };
        await rowsOf(connection, part.kind).replaceOne(at, document, { session, upsert: true });
      }
      return;
    case 'workingCopy': {
      const { applicationId, ...copy } = part.copy;
      await rowsOf(connection, 'selfAssessments').insertOne({ _id: applicationId, ...copy }, { session });
      const evidence = part.evidence.map(withKey);
      if (evidence.length > 0) await rowsOf(connection, 'evidence').insertMany(evidence, { session });
      return;
    }
    case 'snapshot': {
      const { applicationId, n } = part.snapshot;
      const document = { _id: `${applicationId}.${n}`, ...part.snapshot };
      await rowsOf(connection, 'snapshots').insertOne(document, { session });
      // A write, not a read: an answer saved at the same time then meets a conflict instead of slipping past the snapshot.
      const touched = await rowsOf(connection, 'selfAssessments').updateOne(
        { _id: applicationId, revision: part.copyRevision },
        { $inc: { revision: 1 } },
        { session },
      );
      if (touched.matchedCount === 0) throw new LabelError('stale');
      return;
    }
    case 'unsaid':
      return eraseStatements(connection, part.unsaid, session);
    case 'forget':
      return forget(connection, session, part.what);
    case 'entry':
      // Written last, as it was made ready before the transaction.
      return;
  }
}

/** Whether what is changed is in the view of who changes it; what is new, people, needs, subscriptions and the committee's sessions are in every view. */
function isInView({ kind, before }: Change, view: View): boolean {
  if (before === null) return true;
  switch (kind) {
    case 'people':
    case 'committeeSessions':
    case 'reviewers':
    case 'changePacks':
    case 'webhooks':
    case 'needs':
      return true;
    case 'conversations':
      return sees(view, before.organisationId) || sees(view, before.writerId);
    case 'correspondence':
      return sees(view, before.organisationId, before.applicationId);
    case 'organisations':
      return sees(view, before.id);
    case 'reviews':
      return sees(view, before.organisationId, before.context.applicationId);
    case 'applications':
      return sees(view, before.context.organisationId, before.id);
    case 'labels':
    case 'findings':
    case 'conditions':
    case 'appeals':
    case 'surveillances':
    case 'changes':
      return sees(view, before.context.organisationId, before.context.applicationId);
    case 'casework':
      return 'except' in view && seesOwned(view, before);
    case 'complaints':
      return seesOwned(view, before.context);
    case 'apiKeys':
      return seesOwned(view, { organisationId: before.organisationId, applicationId: null });
  }
}

/** What names no label of ours belongs to nobody: all see it who see more than their own. */
function seesOwned(view: View, of: Pick<Casework, 'organisationId' | 'applicationId'>): boolean {
  if (of.organisationId === null) return 'except' in view;
  return sees(view, of.organisationId, of.applicationId ?? undefined);
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
  const request = line.actor.request ?? currentRequest();
  const jobs = line.facts.flatMap((fact) =>
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
      ...(request !== undefined && { request }),
    })),
  );
  // One of a handler for a line, also where two of its facts ask for the same: access and roles that end together.
  return jobs.filter((job, i) => jobs.findIndex(({ _id }) => _id === job._id) === i);
}

/** Whether these very lines are in the journal: an earlier try of the same commit got through. */
async function isDone(connection: Connection, lines: readonly JournalRecord[]): Promise<boolean> {
  const ids = lines.map((line) => line.id);
  return (await rowsOf(connection, 'records').countDocuments({ _id: { $in: ids } })) === ids.length;
}
