import type { Connection } from 'mongoose';
import type { Application, SelfAssessment } from '../commands/items.ts';
import type { AssessmentEdit, Store, Trace } from '../commands/ports.ts';
import { LabelError } from '../errors.ts';
import { sees, type View } from '../policies/view.ts';
import { digestOf } from '../workflow/canonicalJson.ts';
import { addNote } from './addNote.ts';
import { inTransaction } from './inTransaction.ts';
import { reader } from './reader.ts';

type Part = Pick<Store, 'selfAssessment' | 'editSelfAssessment' | 'saveScore'>;

/**
 * Working copies and scores under way: one small update a save and its line in the journal, the rest of the document is not
 * rewritten. `application` reads the file as the view shows it: its working copy is there when it is.
 */
export function selfAssessmentStore(
  connection: Connection,
  application: (id: string) => Promise<Application | null>,
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
      if (!(await application(applicationId))) throw new LabelError('notFound');
      await inTransaction(connection, async (session) => {
        const { matchedCount } = await copies().updateOne(
          { _id: applicationId, ...unchangedIn(edit) },
          [{ $set: { ...changeOf(edit), revision: { $add: ['$revision', 1] } } }],
          { session },
        );
        if (matchedCount === 0) throw new LabelError('stale');
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

/** What the journal keeps of an edit: which part of the form, and the digest of what was written, not the words. */
function editNote(applicationId: string, edit: AssessmentEdit, by: Trace) {
  const { part } = edit;
  const place =
    part === 'answer'
      ? { offerId: edit.offerId, criterion: edit.answer.criterion }
      : part === 'facts'
        ? { offerId: edit.offerId, facts: Object.keys(edit.facts) }
        : part === 'offer'
          ? { offerId: edit.offer.id }
          : {};
  const data = { part, ...place, digest: digestOf(edit) };
  return {
    ...by,
    stream: `selfAssessments/${applicationId}`,
    facts: ['selfAssessment.edited'],
    data,
  } as const;
}

/** What must still be there as it was read: the answer that this one replaces, or none; or room for one more offer. */
function unchangedIn(edit: AssessmentEdit): object {
  if (edit.part === 'offer' && edit.most !== undefined) {
    const full = `offersNamed.${edit.most - 1}`;
    return { $or: [{ [full]: { $exists: false } }, { 'offersNamed.id': edit.offer.id }] };
  }
  if (edit.part !== 'answer') return {};
  const { offerId, answer, before } = edit;
  const answers = before ? { $elemMatch: before } : { $not: { $elemMatch: { criterion: answer.criterion } } };
  return offerId === '' ? { answers } : { offers: { $elemMatch: { offerId, answers } } };
}

function changeOf(edit: AssessmentEdit): Record<string, unknown> {
  switch (edit.part) {
    case 'showScores':
      return { showScores: edit.showScores };
    case 'facts':
      return edit.offerId === ''
        ? { facts: { $mergeObjects: ['$facts', literal(edit.facts)] } }
        : {
            offers: inOffer(edit.offerId, {
              facts: { $mergeObjects: ['$$offer.facts', literal(edit.facts)] },
            }),
          };
    case 'answer': {
      const same = { $eq: ['$$kept.criterion', literal(edit.answer.criterion)] };
      return edit.offerId === ''
        ? { answers: replaceIn('$answers', same, edit.answer) }
        : { offers: inOffer(edit.offerId, { answers: replaceIn('$$offer.answers', same, edit.answer) }) };
    }
    case 'offer': {
      const { id, type } = edit.offer;
      const isNew = { $not: [{ $in: [literal(id), '$offers.offerId'] }] };
      const empty = { offerId: id, facts: { O00: type }, answers: [] };
      const typed = { facts: { $mergeObjects: ['$$offer.facts', literal({ O00: type })] } };
      return {
        offersNamed: replaceIn('$offersNamed', { $eq: ['$$kept.id', literal(id)] }, edit.offer),
        offers: { $cond: [isNew, { $concatArrays: ['$offers', [literal(empty)]] }, inOffer(id, typed)] },
      };
    }
  }
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

function inOffer(offerId: string, change: object): object {
  const merged = { $mergeObjects: ['$$offer', change] };
  const isIt = { $eq: ['$$offer.offerId', literal(offerId)] };
  return { $map: { input: '$offers', as: 'offer', in: { $cond: [isIt, merged, '$$offer'] } } };
}
