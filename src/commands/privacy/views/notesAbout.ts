import { folded } from '../../../register/folded.ts';
import type { CaseNote, Casework } from '../../items/casework.ts';
import type { Person } from '../../items/items.ts';
import type { Store } from '../../ports/ports.ts';

/** Of how many items with notes a copy looks at the notes. */
const maxItems = 1000;

/** A note as whoever it is about may have it. */
export interface ToldNote extends Pick<CaseNote, 'at' | 'text'> {
  readonly on: Casework['id'];
}

/**
 * What the secretariat noted about a person, for the copy of their data. Internal or not, what is written about somebody is personal data
 * of theirs (FADP, art. 25, para. 2; GDPR, art. 15; CJEU C-434/16, Nowak): the notes that were marked as theirs, and those on files and
 * labels of their organisations that name them. A note on an organisation alone is nobody's, since the law protects natural persons
 * (FADP, art. 2, para. 1). Who wrote it stays out, and so does everything noted on a complaint, which could tell who complained: the
 * interests of third parties (FADP, art. 26, para. 1, let. b; GDPR, art. 15, para. 4).
 */
export async function notesAbout(
  { store }: { readonly store: Pick<Store, 'notesAbout'> },
  person: Person,
): Promise<ToldNote[]> {
  const organisations = person.memberships.map(({ organisationId }) => organisationId);
  const found = await store.notesAbout(person.id, organisations, maxItems);
  const names = [person.name, person.email].map(folded).filter((name) => name.length > 2);
  const isAbout = ({ about, text }: CaseNote) =>
    about === person.id || (about === null && names.some((name) => folded(text).includes(name)));
  return found
    .filter(({ kind }) => kind !== 'complaints')
    .flatMap(({ id, notes }) => notes.filter(isAbout).map(({ at, text }) => ({ on: id, at, text })));
}
