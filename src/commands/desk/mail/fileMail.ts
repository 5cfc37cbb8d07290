import type { Deps } from '../../ports/ports.ts';
import { readersOf } from './listMail.ts';

/** Letters that the page of a file shows; the mail log has the others. */
const shown = 5;

/** The newest letters about a file, and those of its organisation's people to whom letters do not get through. */
export async function fileMail(
  { store }: Pick<Deps, 'store'>,
  { file, organisationId }: { readonly file: string; readonly organisationId: string },
) {
  const [letters, people] = await Promise.all([
    store.loggedLetters({ file }, shown),
    store.peopleOf(organisationId),
  ]);
  const returned = await store.returnedMail(people.map(({ email }) => email));
  return {
    letters,
    readers: await readersOf({ store }, letters),
    returned: people.flatMap((person) => {
      const mail = returned.get(person.email);
      return mail ? [{ person, mail }] : [];
    }),
  };
}
