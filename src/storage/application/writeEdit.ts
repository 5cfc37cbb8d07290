import type { Connection, mongo } from 'mongoose';
import type { AssessmentEdit } from '../../commands/items/assessmentEdit.ts';
import type { Trace } from '../../commands/items/newRecord.ts';
import { addNote } from '../database/addNote.ts';
import { editNote } from '../people/editNotes.ts';
import { changesOf } from './assessmentChange.ts';

/**
 * Writes an edit of a working copy by the first of its ways that is open, with its line in the journal; the copy's revision rises
 * with it. False, and nothing is written, where none is: somebody else was quicker.
 */
export async function writeEdit(
  connection: Connection,
  session: mongo.ClientSession,
  applicationId: string,
  edit: AssessmentEdit,
  by: Trace,
): Promise<boolean> {
  const copies = connection.collection<{ _id: string }>('selfAssessments');
  for (const { filter, update, arrayFilters } of changesOf(edit)) {
    const { matchedCount } = await copies.updateOne(
      { _id: applicationId, ...filter },
      { ...update, $inc: { revision: 1 } },
      { session, ...(arrayFilters?.length && { arrayFilters: [...arrayFilters] }) },
    );
    if (matchedCount === 0) continue;
    await addNote(connection, session, editNote(applicationId, edit, by));
    return true;
  }
  return false;
}
