import type { Application, Person } from '../items.ts';
import type { Asker, Deps } from '../ports.ts';
import { rehearse } from '../rehearse.ts';
import { inviteReviewer } from './inviteReviewer.ts';

/** A person who could review a file: what speaks against inviting them, and how many files they score now. */
export interface Candidate {
  readonly person: Person;
  readonly against: readonly string[];
  readonly load: number;
}

/** Everyone with the role, those who can be invited first, the least loaded first of all. */
export async function listCandidates(deps: Deps, asker: Asker, { id }: Application): Promise<Candidate[]> {
  const people = await deps.store.peopleWith('reviewer');
  const candidates = await Promise.all(
    people.map(async (person): Promise<Candidate> => {
      const reviews = await deps.store.reviewsBy(person.id);
      return {
        person,
        against: await rehearse(deps, (dry) =>
          inviteReviewer(dry, asker, { applicationId: id, personId: person.id }),
        ),
        load: reviews.filter((review) => review.state === 'scoring').length,
      };
    }),
  );
  const refused = ({ against }: Candidate) => (against.length > 0 ? 1 : 0);
  return candidates.sort((a, b) => refused(a) - refused(b) || a.load - b.load);
}
