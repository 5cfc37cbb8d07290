import type { Connection } from 'mongoose';
import type { SelfAssessment } from '../commands/items.ts';
import type { AssessmentEdit, Store } from '../commands/ports.ts';
import { LabelError } from '../errors.ts';
import { reader } from './reader.ts';

type Part = Pick<Store, 'selfAssessment' | 'editSelfAssessment' | 'saveScore'>;

/** Working copies and scores under way: one small update a save, the rest of the document is not rewritten. */
export function selfAssessmentStore(connection: Connection): Part {
  const { one } = reader(connection);
  const copies = () => connection.collection<{ _id: string }>('selfAssessments');
  return {
    selfAssessment: async (applicationId) => {
      const found = await one<Omit<SelfAssessment, 'applicationId'> & { id: string }>('selfAssessments', {
        _id: applicationId,
      });
      if (!found) return null;
      const { id, ...rest } = found;
      return { applicationId: id, ...rest };
    },
    editSelfAssessment: async (applicationId, edit) => {
      const { matchedCount } = await copies().updateOne({ _id: applicationId, ...unchangedIn(edit) }, [
        { $set: { ...changeOf(edit), revision: { $add: ['$revision', 1] } } },
      ]);
      if (matchedCount === 1) return;
      throw new LabelError((await one('selfAssessments', { _id: applicationId })) ? 'stale' : 'notFound');
    },
    saveScore: async (reviewId, score) => {
      const same = (field: string, value: string) => ({ $eq: [`$$kept.${field}`, literal(value)] });
      const scores = replaceIn(
        '$scores',
        { $and: [same('offerId', score.offerId), same('criterion', score.criterion)] },
        score,
      );
      const { matchedCount } = await connection
        .collection<{ _id: string; state: string }>('reviews')
        .updateOne({ _id: reviewId, state: 'scoring' }, [
          { $set: { scores, revision: { $add: ['$revision', 1] } } },
        ]);
      if (matchedCount === 0) throw new LabelError('stale');
    },
  };
}

/** What must still be there as it was read: the answer that this one replaces, or none. */
function unchangedIn(edit: AssessmentEdit): object {
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
