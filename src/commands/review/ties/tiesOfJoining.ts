import { advises, connectedBy } from '../../../policies/adviser.ts';
import { belongsTo, ownOrganisations } from '../../../policies/organisation.ts';
import type { Tie } from '../../../policies/tie.ts';
import { everything } from '../../../policies/view.ts';
import { addMonths, type Day, dayOf } from '../../../register/day.ts';
import type { Person, Review } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';
import { detectedTie, tiesOfSponsoring } from './detectedTies.ts';

type With = Pick<Deps, 'store' | 'clock' | 'impartiality'>;

/**
 * Ties that begin when a person, given as one who has, joins an organisation, for the commit in which they do: between its people and every organisation that one
 * person connects it with, theirs to who reviewed the organisation not long ago, and theirs to whom the organisation gave its word for.
 */
export async function tiesOfJoining(deps: With, joined: Person, organisationId: string): Promise<Tie[]> {
  const today = dayOf(deps.clock.now().toISOString());
  // Read from the whole store: the register of conflicts must know who shares which organisations.
  const store = deps.store.seenBy(everything);
  const peopleOf = async (id: string) => (await store.peopleOf(id)).filter((one) => one.id !== joined.id);
  const others = await peopleOf(organisationId);
  const colleagues = others.filter((one) => !advises(one, organisationId));
  const connected = connectedBy(joined, organisationId);
  const theirs = advises(joined, organisationId)
    ? []
    : others.flatMap((one) => connectedBy(one, organisationId));
  const elsewhere = await Promise.all(
    connected.map(async (id) => (await peopleOf(id)).filter((one) => !advises(one, id))),
  );
  const board = [
    ...boardTies([joined], theirs, today),
    ...boardTies(colleagues, connected, today),
    ...boardTies(elsewhere.flat(), [organisationId], today),
  ];
  const sponsorships = await deps.store.sponsorshipsBy(organisationId);
  const given = sponsorships.filter(({ state }) => state === 'given' || state === 'withdrawn');
  const sponsor = given.flatMap((one) => tiesOfSponsoring([joined], one));
  const ties = [...board, ...sponsor, ...(await crossTies(deps, joined, organisationId, today))];
  return newOnes(deps, ties);
}

/** The ties of people to organisations that they do not belong to. */
function boardTies(people: readonly Person[], organisationIds: readonly string[], since: Day): Tie[] {
  return people.flatMap((one) =>
    [...new Set(organisationIds)]
      .filter((id) => !belongsTo(one, id))
      .map((organisationId) =>
        detectedTie({ personId: one.id, organisationId, kind: 'board', since, ended: null }),
      ),
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
