import { refuseFor } from '../../../errors.ts';
import type { CaseId } from '../../items/casework.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { changeCasework, requireOwnNote } from './changeCasework.ts';

/** Most notes of one item, those of hand-overs among them. */
export const maxNotes = 300;
export const maxNoteLength = 4000;

interface NoteInput {
  readonly item: CaseId;
  readonly text: string;
  /** Id of the person whom it tells about; null for none. */
  readonly about: string | null;
}

/** Notes something for colleagues; nobody else is shown it, but for a person whom it is about (privacy/views/notesAbout.ts). */
export async function addCaseNote(deps: Deps, asker: Asker, { item, text, about }: NoteInput): Promise<void> {
  const id = deps.ids.next();
  await changeCasework(deps, asker, item, ({ notes }, at) => {
    refuseFor({ tooManyNotes: notes.length >= maxNotes });
    const note = { id, by: asker.id, at, text, editedAt: null, about };
    return { changed: { notes: [...notes, note] }, line: { facts: ['casework.noted'] } };
  });
}

/** Changes a note of one's own; that it was changed is seen. */
export async function editCaseNote(
  deps: Deps,
  asker: Asker,
  { item, noteId, text, about }: NoteInput & { readonly noteId: string },
): Promise<void> {
  await changeCasework(deps, asker, item, (now, at) => {
    const own = requireOwnNote(now, asker, noteId);
    if (own.text === text && own.about === about) return null;
    const edited = { ...own, text, about, editedAt: at };
    const notes = now.notes.map((note) => (note === own ? edited : note));
    return { changed: { notes }, line: { facts: ['casework.noteChanged'] } };
  });
}

/** Takes a note of one's own away; that there was one stays in the journal. */
export async function removeCaseNote(
  deps: Deps,
  asker: Asker,
  { item, noteId }: { readonly item: CaseId; readonly noteId: string },
): Promise<void> {
  await changeCasework(deps, asker, item, (now) => {
    const own = requireOwnNote(now, asker, noteId);
    const notes = now.notes.filter((note) => note !== own);
    return { changed: { notes }, line: { facts: ['casework.noteRemoved'] } };
  });
}
