import type { Connection, mongo } from 'mongoose';
import type { AssessmentEdit } from '../../commands/items/assessmentEdit.ts';
import type { Trace } from '../../commands/items/newRecord.ts';
import { addNote } from '../database/addNote.ts';
import { editNote } from '../people/editNotes.ts';
import { type AssessmentChange, changesOf } from './assessmentChange.ts';

/** Writes a change of a document where its filter is met, and raises the document's revision; false where it is not. */
export async function applyChange(
  connection: Connection,
  session: mongo.ClientSession,
  name: 'selfAssessments' | 'reviews',
  document: { readonly _id: string },
  { filter, update, arrayFilters = [] }: AssessmentChange,
): Promise<boolean> {
  const { matchedCount } = await connection
    .collection<{ _id: string }>(name)
    .updateOne(
      { ...document, ...filter },
      { ...update, $inc: { revision: 1 } },
      { session, ...(arrayFilters.length > 0 && { arrayFilters: [...arrayFilters] }) },
    );
  return matchedCount > 0;
}

/**
 * Writes an edit of a working copy by the first of its changes that applies, with its line in the journal. False, and nothing
 * is written, where none applies: somebody else was quicker.
 */
export async function writeEdit(
  connection: Connection,
  session: mongo.ClientSession,
  applicationId: string,
  edit: AssessmentEdit,
  by: Trace,
): Promise<boolean> {
  for (const change of changesOf(edit)) {
    const copy = { _id: applicationId };
    if (!(await applyChange(connection, session, 'selfAssessments', copy, change))) continue;
    await addNote(connection, session, editNote(applicationId, edit, by));
    return true;
  }
  return false;
}
