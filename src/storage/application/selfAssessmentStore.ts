import type { Connection } from 'mongoose';
import type { Application, Review, SelfAssessment } from '../../commands/items/items.ts';
import type { Store } from '../../commands/ports/ports.ts';
import { LabelError } from '../../errors.ts';
import { sees, type View } from '../../policies/view.ts';
import { addNote } from '../database/addNote.ts';
import { inTransaction } from '../database/inTransaction.ts';
import { reader } from '../database/reader.ts';
import { scoreNote } from '../people/editNotes.ts';
import { scoreChange } from './scoreChange.ts';
import { applyChange, writeEdit } from './writeEdit.ts';

type StoredCopy = Omit<SelfAssessment, 'applicationId'> & { readonly id: string };

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
      const found = await one<StoredCopy>('selfAssessments', { _id: applicationId });
      if (!found) return null;
      const { id: _, ...copy } = found;
      return { applicationId, ...copy };
    },
    editSelfAssessment: async (applicationId, edit, by) => {
      if (!isKnown(applicationId) && !(await application(applicationId))) throw new LabelError('notFound');
      await inTransaction(connection, async (session) => {
        if (!(await writeEdit(connection, session, applicationId, edit, by))) throw new LabelError('stale');
      });
    },
    saveScore: async (reviewId, score, before, by) => {
      const review = await one<Review>('reviews', { _id: reviewId });
      const shown = review && sees(view, review.organisationId, review.context.applicationId);
      if (!shown) throw new LabelError('notFound');
      await inTransaction(connection, async (session) => {
        const scoring = { _id: reviewId, state: 'scoring' };
        const change = scoreChange(score, before);
        if (!(await applyChange(connection, session, 'reviews', scoring, change)))
          throw new LabelError('stale');
        await addNote(connection, session, scoreNote(reviewId, score, by));
      });
    },
  } satisfies Partial<Store>;
}
