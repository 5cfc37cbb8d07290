import { unavailable } from '../../../policies/reviewer.ts';
import { dayOf } from '../../../register/day.ts';
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

/** Those who hold the role of a reviewer, where none of them is admitted today; null while one is, be it one who is away. */
export async function reviewersToAdmit({ store, clock }: Pick<Deps, 'store' | 'clock'>) {
  const today = dayOf(clock.now().toISOString());
  const people = await store.peopleWith('reviewer');
  const profiles = await store.reviewers(people.map(({ id }) => id));
  const known = new Set(people.map(({ id }) => id));
  const isAdmitted = profiles.some(
    (profile) => known.has(profile.id) && [null, 'away'].includes(unavailable(profile, today)),
  );
  return isAdmitted ? null : people;
}
