import type { Connection } from 'mongoose';
import type { Application, Review, SelfAssessment } from '../../commands/items/items.ts';
import type { Store } from '../../commands/ports/ports.ts';
import { LabelError } from '../../errors.ts';
import { sees, type View } from '../../policies/view.ts';
import { addNote } from '../database/addNote.ts';
import { reader } from '../database/reader.ts';
import { scoreNote } from '../people/editNotes.ts';
import { scoreChange } from './scoreChange.ts';
import { writeEdit } from './writeEdit.ts';

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
) {
  const { one } = reader(connection);
  return {
    selfAssessment: async (applicationId) => {
      if (!(await application(applicationId))) return null;
      const found = await one<Omit<SelfAssessment, 'applicationId'> & { id: string }>('selfAssessments', {
        _id: applicationId,
      });
      if (!found) return null;
      const { id: _, ...copy } = found;
      return { applicationId, ...copy };
    },
    editSelfAssessment: async (applicationId, edit, by) => {
      if (!isKnown(applicationId) && !(await application(applicationId))) throw new LabelError('notFound');
      await connection.transaction(async (session) => {
        if (!(await writeEdit(connection, session, applicationId, edit, by))) throw new LabelError('stale');
      });
    },
    saveScore: async (reviewId, score, before, by) => {
      const { filter, update, arrayFilters = [] } = scoreChange(score, before);
      const review = await one<Review>('reviews', { _id: reviewId });
      const shown = review && sees(view, review.organisationId, review.context.applicationId);
      if (!shown) throw new LabelError('notFound');
      await connection.transaction(async (session) => {
        const { matchedCount } = await connection
          .collection<{ _id: string; state: string }>('reviews')
          .updateOne(
            { _id: reviewId, state: 'scoring', ...filter },
            { ...update, $inc: { revision: 1 } },
            { session, ...(arrayFilters.length > 0 && { arrayFilters: [...arrayFilters] }) },
          );
        if (matchedCount === 0) throw new LabelError('stale');
        await addNote(connection, session, scoreNote(reviewId, score, by));
      });
    },
  } satisfies Partial<Store>;
}
