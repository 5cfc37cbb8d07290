import type { Connection, mongo } from 'mongoose';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import { traceOf } from '../../src/commands/common/traceOf.ts';
import { scoreAt } from '../../src/commands/file/reviewMarks.ts';
import type { ReviewScore } from '../../src/commands/items/items.ts';
import type { Note } from '../../src/commands/items/newRecord.ts';
import type { Asker, Deps } from '../../src/commands/ports/ports.ts';
import type { Answer } from '../../src/criteria/assessment.ts';
import { type AssessmentChange, changesOf } from '../../src/storage/application/assessmentChange.ts';
import { scoreChange } from '../../src/storage/application/scoreChange.ts';
import { addNote } from '../../src/storage/database/addNote.ts';
import { withKey } from '../../src/storage/database/database.ts';
import { editNote, scoreNote } from '../../src/storage/people/editNotes.ts';
import { chain } from '../../src/workflow/record.ts';
import { ownConnection } from './run/ownConnection.ts';

/** Where answers go: to the organisation's own when `offerId` is empty. */
interface Place {
  readonly applicationId: string;
  readonly organisationId: string;
  readonly offerId: string;
}

/** Leaves what a save of each of these first answers would leave; all in one write, because most tests begin with them. */
export async function insertAnswers(
  deps: Deps,
  asker: Asker,
  { applicationId, organisationId, offerId }: Place,
  answers: readonly Answer[],
): Promise<void> {
  const edits = answers.map((given) => {
    const answer = { ...given, revision: 1 };
    return { part: 'answer', offerId, answer, before: null } as const;
  });
  const notes = edits.map((edit) => editNote(applicationId, edit, traceOf(deps, asker, organisationId)));
  const writes = edits.flatMap(changesOf).map((change) => writeOf({ _id: applicationId }, change));
  await lay(ownConnection(deps.store), 'selfAssessments', writes, notes);
}

/** The same of scores of a review. */
export async function insertScores(
  deps: Deps,
  reviewer: Asker,
  reviewId: string,
  scores: readonly ReviewScore[],
): Promise<void> {
  const review = requireVisible(await deps.store.review(reviewId));
  const whole = scores.map((score) => ({ ...score, note: score.note ?? '', finding: score.finding ?? null }));
  const notes = whole.map((score) => {
    // A save looks at the clock before: whose ties count is a question of the day.
    deps.clock.now();
    return scoreNote(reviewId, score, traceOf(deps, reviewer, review.organisationId));
  });
  const writes = whole.map((score) =>
    writeOf({ _id: reviewId, state: 'scoring' }, scoreChange(score, scoreAt(review.scores, score) ?? null)),
  );
  await lay(ownConnection(deps.store), 'reviews', writes, notes);
}

type Write = mongo.AnyBulkWriteOperation<Keyed>;
interface Keyed {
  readonly _id: string;
}

function writeOf(of: object, { filter, update, arrayFilters = [] }: AssessmentChange): Write {
  return {
    updateOne: {
      filter: { ...of, ...filter },
      update: { ...update, $inc: { revision: 1 } },
      ...(arrayFilters.length > 0 && { arrayFilters: [...arrayFilters] }),
    },
  };
}

/** The notes are of one chain: its first is added as the program does, the others are chained to that. */
async function lay(
  connection: Connection,
  kind: 'selfAssessments' | 'reviews',
  writes: Write[],
  notes: readonly Note[],
): Promise<void> {
  const [first, ...others] = notes;
  if (!first) return;
  await connection.transaction(async (session) => {
    const { matchedCount } = await connection.collection<Keyed>(kind).bulkWrite(writes, { session });
    if (matchedCount < writes.length) throw new Error(`${writes.length - matchedCount} were there already`);
    await addNote(connection, session, first);
    await addOthers(connection, session, first.stream, others);
  });
}

async function addOthers(
  connection: Connection,
  session: mongo.ClientSession,
  stream: string,
  notes: readonly Note[],
): Promise<void> {
  const heads = connection.collection<Keyed & { seq: number; hash: string }>('heads');
  let { seq, hash } = requireVisible(await heads.findOne({ _id: stream }, { session }));
  const lines = notes.map((note) => {
    const line = chain({ ...note, event: null, seq: seq + 1, previous: hash });
    ({ seq, hash } = line);
    return withKey(line);
  });
  if (lines.length === 0) return;
  await connection.collection<Keyed>('records').insertMany(lines, { session });
  await heads.updateOne({ _id: stream }, { $set: { seq, hash } }, { session });
}
