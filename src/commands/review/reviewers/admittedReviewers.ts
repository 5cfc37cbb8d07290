import type { Deps } from '../../ports/ports.ts';

/** Every reviewer who was admitted and is not suspended, with the last day of the admission. */
export async function admittedReviewers({ store }: Pick<Deps, 'store'>) {
  const people = await store.peopleWith('reviewer');
  const profiles = new Map(
    (await store.reviewers(people.map(({ id }) => id))).map((profile) => [profile.id, profile]),
  );
  return people.flatMap((person) => {
    const profile = profiles.get(person.id);
    if (!profile?.admittedUntil || profile.suspendedOn !== null) return [];
    return [{ person, profile, until: profile.admittedUntil }];
  });
}
