import { refusingParts } from '../../policies/duties.ts';
import { type Part, partsOf } from '../../policies/parts.ts';
import type { Application, Person, Review } from '../items.ts';
import type { Deps } from '../ports.ts';
import { hasConflict } from '../ties/barredFrom.ts';

/** A member of the committee towards one file; who has a part in it already, or a tie, is recused from the start. */
export interface Member {
  readonly person: Person;
  readonly part: Part | null;
}

/** Everyone who sits in the committee, the chairs first. */
export async function committeeOf({ store }: Pick<Deps, 'store'>): Promise<Person[]> {
  const all = [...(await store.peopleWith('chair')), ...(await store.peopleWith('committee'))];
  return [...new Map(all.map((person) => [person.id, person])).values()];
}

/** What keeps each member from sitting on a file; null for who is free. */
export async function membersTowards(
  deps: Deps,
  { application, reviews }: { readonly application: Application; readonly reviews: readonly Review[] },
): Promise<Member[]> {
  const people = await committeeOf(deps);
  return Promise.all(
    people.map(async (person) => {
      const barred = await hasConflict(deps, person, application.context.organisationId);
      const [part] = refusingParts('session.vote', partsOf(person, { application, reviews }));
      return { person, part: part ?? (barred ? 'tie' : null) };
    }),
  );
}
