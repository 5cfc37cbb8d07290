import type { Connection, mongo } from 'mongoose';
import type { AssessmentEdit } from '../commands/assessmentEdit.ts';
import type { Application, SelfAssessment } from '../commands/items.ts';
import type { Store, Trace } from '../commands/ports.ts';
import { LabelError } from '../errors.ts';
import { sees, type View } from '../policies/view.ts';
import { digestOf } from '../workflow/canonicalJson.ts';
import type { Fact } from '../workflow/facts.ts';
import { addNote } from './addNote.ts';
import { changesOf } from './assessmentChange.ts';
import { inTransaction } from './inTransaction.ts';
import { reader } from './reader.ts';

type Part = Pick<Store, 'selfAssessment' | 'editSelfAssessment' | 'saveScore'>;

/**
 * Working copies and scores under way: one small update a save and its line in the journal, the rest of the document is not
 * rewritten. `application` reads the file as the view shows it: its working copy is there when it is. `isKnown` where that
 * was looked at before.
 */
export function selfAssessmentStore(
  connection: Connection,
  application: (id: string) => Promise<Application | null>,
  isKnown: (applicationId: string) => boolean,
  view: View,
): Part {
  const { one } = reader(connection);
  const copies = () => connection.collection<{ _id: string }>('selfAssessments');
  return {
    selfAssessment: async (applicationId) => {
      if (!(await application(applicationId))) return null;
      const found = await one<Omit<SelfAssessment, 'applicationId'> & { id: string }>('selfAssessments', {
        _id: applicationId,
      });
      if (!found) return null;
      const { id, ...rest } = found;
      return { applicationId: id, ...rest };
    },
    editSelfAssessment: async (applicationId, edit, by) => {
      if (!isKnown(applicationId) && !(await application(applicationId))) throw new LabelError('notFound');
      await inTransaction(connection, async (session) => {
        if (!(await isWritten(copies(), applicationId, edit, session))) throw new LabelError('stale');
        await addNote(connection, session, editNote(applicationId, edit, by));
      });
    },
    saveScore: async (reviewId, score, by) => {
      const same = (field: string, value: string) => ({ $eq: [`$$kept.${field}`, literal(value)] });
      const scores = replaceIn(
        '$scores',
        { $and: [same('offerId', score.offerId), same('criterion', score.criterion)] },
        score,
      );
      const review = await one<{ id: string; organisationId: string }>('reviews', { _id: reviewId });
      if (!review || !sees(view, review.organisationId)) throw new LabelError('notFound');
      await inTransaction(connection, async (session) => {
        const { matchedCount } = await connection
          .collection<{ _id: string; state: string }>('reviews')
          .updateOne(
            { _id: reviewId, state: 'scoring' },
            [{ $set: { scores, revision: { $add: ['$revision', 1] } } }],
            { session },
          );
        if (matchedCount === 0) throw new LabelError('stale');
        const { offerId, criterion } = score;
        const data = { offerId, criterion, digest: digestOf(score) };
        await addNote(connection, session, {
          ...by,
          stream: `scores/${reviewId}`,
          facts: ['review.scored'],
          data,
        });
      });
    },
  };
}

function factsOf(edit: AssessmentEdit): readonly Fact[] {
  if (edit.part !== 'files') return ['selfAssessment.edited'];
  return ['selfAssessment.edited', edit.joined ? 'evidence.attached' : 'evidence.detached'];
}

/** What the journal keeps of an edit: which part of the form, and the digest of what was written, not the words. */
function editNote(applicationId: string, edit: AssessmentEdit, by: Trace) {
  const { part } = edit;
  const place =
    part === 'answer'
      ? { offerId: edit.offerId, criterion: edit.answer.criterion }
      : part === 'files'
        ? { offerId: edit.offerId, criterion: edit.criterion, document: edit.document }
        : part === 'facts'
          ? {
              offerId: edit.offerId,
              facts: Object.keys(edit.facts),
              ...(edit.removed && { removed: edit.removed }),
              ...(edit.confirmed && { confirmed: edit.confirmed.map(({ fact }) => fact) }),
            }
          : part === 'offer'
            ? { offerId: edit.offer.id }
            : part === 'removeOffer'
              ? { offerId: edit.offerId }
              : part === 'rival' || part === 'choice'
                ? {
                    offerId: edit.rival.offerId,
                    criterion: edit.rival.answer.criterion,
                    rival: edit.rival.id,
                  }
                : {};
  const data = { part, ...place, digest: digestOf(edit) };
  return {
    ...by,
    stream: `selfAssessments/${applicationId}`,
    facts: factsOf(edit),
    data,
  } as const;
}

/** Writes an edit by the first of its ways that is open; the copy's revision rises with it. */
async function isWritten(
  copies: mongo.Collection<{ _id: string }>,
  applicationId: string,
  edit: AssessmentEdit,
  session: mongo.ClientSession,
): Promise<boolean> {
  for (const { filter, update, arrayFilters } of changesOf(edit)) {
    const { matchedCount } = await copies.updateOne(
      { _id: applicationId, ...filter },
      { ...update, $inc: { revision: 1 } },
      { session, ...(arrayFilters?.length && { arrayFilters: [...arrayFilters] }) },
    );
    if (matchedCount > 0) return true;
  }
  return false;
}

/** What a person typed is never read as an expression. */
function literal(value: unknown): unknown {
  return { $literal: value };
}

/** The array with the new value in the place of what matches `same` (as `$$kept`), at its end when nothing does. */
function replaceIn(array: string, same: object, value: unknown): object {
  const known = { $anyElementTrue: [{ $map: { input: array, as: 'kept', in: same } }] };
  const replaced = { $map: { input: array, as: 'kept', in: { $cond: [same, literal(value), '$$kept'] } } };
  return { $cond: [known, replaced, { $concatArrays: [array, [literal(value)]] }] };
}
