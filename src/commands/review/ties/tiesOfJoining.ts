import { advises } from '../../../policies/adviser.ts';
import { belongsTo, ownOrganisations } from '../../../policies/organisation.ts';
import type { Tie } from '../../../policies/tie.ts';
import { addMonths, type Day, dayOf } from '../../../register/day.ts';
import type { Membership, Person, Review } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';
import { detectedTie, tiesOfSponsoring } from './detectedTies.ts';

type With = Pick<Deps, 'store' | 'clock' | 'impartiality'>;

/**
 * Ties that begin when a person joins an organisation, for the commit in which they do: theirs to the other organisations of
 * their colleagues there, each colleague's to theirs, theirs to who reviewed the organisation not long ago, and theirs to
 * whom the organisation gave its word for. Between an adviser and the people of another organisation there is none through the
 * colleagues: who is advised by the same person is not bound by it.
 */
export async function tiesOfJoining(
  deps: With,
  person: Person,
  organisationId: string,
  adviser: Membership['adviser'] = undefined,
): Promise<Tie[]> {
  const today = dayOf(deps.clock.now().toISOString());
  const people = adviser ? [] : await deps.store.peopleOf(organisationId);
  const colleagues = people.filter((one) => one.id !== person.id && !advises(one, organisationId));
  const board = colleagues.flatMap((colleague) => [
    ...boardTies(person, colleague, organisationId, today),
    ...boardTies(colleague, person, organisationId, today),
  ]);
  const sponsorships = await deps.store.sponsorshipsBy(organisationId);
  const given = sponsorships.filter(({ state }) => state === 'given' || state === 'withdrawn');
  const sponsor = given.flatMap((one) => tiesOfSponsoring([person], one));
  const ties = [...board, ...sponsor, ...(await crossTies(deps, person, organisationId, today))];
  return newOnes(deps, ties);
}

/** The ties of one person to the other organisations of another. */
function boardTies(one: Person, other: Person, shared: string, since: Day): Tie[] {
  return ownOrganisations(other)
    .filter((id) => id !== shared && !belongsTo(one, id) && !advises(other, id))
    .map((organisationId) =>
      detectedTie({ personId: one.id, organisationId, kind: 'board', since, ended: null }),
    );
}

/** A tie to each organisation whose people reviewed a file of this one within the time that such a review bars for. */
async function crossTies(deps: With, person: Person, organisationId: string, today: Day): Promise<Tie[]> {
  const from = addMonths(today, -deps.impartiality.coolingOffMonths.crossReview);
  const ties: Tie[] = [];
  for (const review of await deps.store.reviewsTowards(organisationId)) {
    const day = await acceptedOn(deps, review);
    if (day === null || day <= from) continue;
    const reviewer = await deps.store.person(review.context.personId);
    const crossReview = { personId: person.id, kind: 'crossReview', since: day, ended: day } as const;
    const others = reviewer ? ownOrganisations(reviewer) : [];
    const outside = others.filter((id) => id !== organisationId && !belongsTo(person, id));
    ties.push(...outside.map((id) => detectedTie({ ...crossReview, organisationId: id })));
  }
  return ties;
}

/** The day on which a reviewer accepted a file, or null when they did not. */
async function acceptedOn({ store }: With, { id, state }: Review): Promise<Day | null> {
  if (state === 'invited' || state === 'declined') return null;
  const records = await store.records(`reviews/${id}`);
  const line = records.find(({ facts }) => facts.includes('review.accepted'));
  return line ? dayOf(line.at) : null;
}

/** Each tie once, the longer one of two; those that bar as long already are left as they are. */
async function newOnes({ store }: With, ties: readonly Tie[]): Promise<Tie[]> {
  const people = [...new Set(ties.map(({ personId }) => personId))];
  const known = (await Promise.all(people.map((id) => store.tiesOf(id)))).flat();
  const longest = new Map(known.map((tie) => [tie.id, tie]));
  for (const tie of ties) {
    const other = longest.get(tie.id);
    if (!other || end(other) < end(tie)) longest.set(tie.id, tie);
  }
  return ties.filter((tie) => longest.get(tie.id) === tie);
}

/** A lasting tie ends after every day. */
function end({ ended }: Tie): string {
  return ended ?? '~';
}
