import { belongsTo, ownOrganisations } from '../../../policies/organisation.ts';
import { type Tie, tieId } from '../../../policies/tie.ts';
import { everything } from '../../../policies/view.ts';
import { dayOf } from '../../../register/day.ts';
import { systemActor } from '../../common/actor.ts';
import { noteOn } from '../../common/noteOn.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Person, Sponsorship } from '../../items/items.ts';
import type { Change, Deps } from '../../ports/ports.ts';

type Detected = Pick<Tie, 'personId' | 'organisationId' | 'kind' | 'since' | 'ended'>;

/** A tie that the service detected itself; it names no organisation, because its person may not know of it. */
export function detectedTie(detected: Detected): Tie {
  const named = { ...detected, source: 'detected' } as const;
  return { ...named, id: tieId(named), organisation: '', share: null, note: '' };
}

/**
 * Ties that begin when a person takes on a review: everyone of the applicant is tied to each organisation of the reviewer. They
 * end on the same day, so that the time in which nobody reviews the other way round counts from the review.
 */
export async function tiesOfReviewing(
  { store, clock }: Deps,
  reviewer: Person,
  applicantOrganisationId: string,
) {
  const today = dayOf(clock.now().toISOString());
  const applicants = await store.peopleOf(applicantOrganisationId);
  return applicants.flatMap((applicant) => {
    const crossReview = { personId: applicant.id, kind: 'crossReview', since: today, ended: today } as const;
    const others = ownOrganisations(reviewer).filter((id) => !belongsTo(applicant, id));
    return others.map((organisationId) => detectedTie({ ...crossReview, organisationId }));
  });
}

/**
 * Ties of the people of a sponsor to the organisation that it gave its word for. They end on the same day, so that the time in
 * which they take no part in its files counts from the word; one that was not given ties nobody.
 */
export function tiesOfSponsoring(
  people: readonly Person[],
  { organisationId, answeredAt }: Pick<Sponsorship, 'organisationId' | 'answeredAt'>,
): Tie[] {
  if (answeredAt === null) return [];
  const day = dayOf(answeredAt);
  return people
    .filter((person) => !belongsTo(person, organisationId))
    .map(({ id }) => detectedTie({ personId: id, organisationId, kind: 'sponsor', since: day, ended: day }));
}

interface Lines {
  readonly at: string;
  readonly fact: 'tie.detected' | 'tie.ended';
  /** People whose line the caller writes. */
  readonly but?: readonly string[];
}

/** One line on the chain of each person whose detected ties begin or end; it names no one else, least of all a reviewer. */
export async function linesOfTies(
  deps: Pick<Deps, 'store' | 'ids'>,
  ties: readonly Tie[],
  { at, fact, but = [] }: Lines,
): Promise<Change[]> {
  const people = [...new Set(ties.map(({ personId }) => personId))].filter((id) => !but.includes(id));
  // Those who are tied may belong to organisations that whoever acts knows nothing of.
  const store = deps.store.seenBy(everything);
  return Promise.all(
    people.map(async (id) => {
      const person = requireVisible(await store.person(id));
      const own = ties.filter(({ personId }) => personId === id).map((tie) => tie.id);
      const line = { at, actor: systemActor, facts: [fact], data: { ties: own } };
      return noteOn(deps, 'people', person, line);
    }),
  );
}
