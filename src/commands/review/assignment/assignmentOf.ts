import { blockersOf } from '../../../assignment/blockers.ts';
import { placeOf, teamOf } from '../../../assignment/pair.ts';
import { refusedBy } from '../../../policies/duties.ts';
import { partsOf } from '../../../policies/parts.ts';
import { isModeration } from '../../../policies/reviewTask.ts';
import { everything } from '../../../policies/view.ts';
import { dayOf } from '../../../register/day.ts';
import { fileRecusals } from '../../file/fileRecusals.ts';
import { openReviews } from '../../file/reviewStage.ts';
import type { Application, Person, Review } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';
import { moderationOf } from '../evaluation/moderationOf.ts';
import { bondsOf, candidateOf, loadsOf, pairRuleOf, wantedOf } from './candidateOf.ts';

/** A file that looks for its reviewers, or for who settles their reviews, with its present team. */
export type Assignment = Awaited<ReturnType<typeof assignmentOf>>;

/** Compares people with a file: the same for one person as for all, so that a list shows what an invitation would do. */
export async function assignmentOf(deps: Deps, application: Application, people: readonly Person[]) {
  const today = dayOf(deps.clock.now().toISOString());
  const whole = deps.store.seenBy(everything);
  const reviews = await whole.reviewsOf(application.id);
  const recusals = await fileRecusals(deps, application.id);
  const moderating = application.state === 'moderation';
  const open = moderating
    ? [moderationOf(application, reviews) ?? []].flat()
    : openReviews(application, reviews);
  const ids = [...new Set([...people.map(({ id }) => id), ...open.map(({ context }) => context.personId)])];
  const [wanted, ties, profiles, loads] = await Promise.all([
    wantedOf(deps, application),
    whole.tiesTowards(application.context.organisationId),
    whole.reviewers(ids),
    loadsOf(deps, ids),
  ]);
  const rule = pairRuleOf(deps, application);
  const profileOf = (id: string) => profiles.find((profile) => profile.id === id) ?? null;
  const place = (id: string) => placeOf(profileOf(id) ?? noSeat, wanted.sector);
  const { team, waiting } = teamOf(
    open.map((review) => ({
      review,
      place: place(review.context.personId),
      delivered: review.state === 'delivered',
      substitute: review.substitute,
    })),
    rule,
  );
  const max = application.context.limits.reviewerLoad;
  // A person compared with the file, with everything that blocks inviting them now.
  const considered = (person: Person) => {
    const load = loads.get(person.id)?.asked ?? 0;
    const candidate = candidateOf(person, profileOf(person.id), { load, max, today });
    const bonds = bondsOf(person, { organisationId: wanted.organisationId, ties }, deps.impartiality, today);
    const standing = {
      candidate,
      bonds,
      place: place(person.id),
      earlier:
        recusals.some(({ personId }) => personId === person.id) ||
        (moderating
          ? hadOtherPart(person, application, reviews)
          : application.context.earlierPeople.includes(person.id)),
      invited: open.some(({ context }) => context.personId === person.id),
      team: team.map((member) => member.place),
      // The settling of two reviews has no substitutes: the next one is invited when someone falls away.
      substitutes: moderating ? team.length : waiting.length,
    };
    return {
      person,
      candidate,
      bonds,
      place: standing.place,
      blockers: blockersOf(standing, rule),
      /** Whether they were invited to this file before, whatever they answered. */
      asked: reviews.some(({ context }) => context.personId === person.id),
    };
  };
  return {
    wanted,
    rule,
    team: team.map(({ review }) => review),
    waiting: waiting.map(({ review }) => review),
    people: people.map(considered),
  };
}

/** Whether the separation of duties keeps a person from settling the file; ties and open questions are reported separately. */
function hadOtherPart(person: Person, application: Application, reviews: readonly Review[]): boolean {
  const others = reviews.filter((review) => !isModeration(review) || review.state !== 'invited');
  const held = [...partsOf(person, { application, reviews: others })];
  const inFile = held.filter((part) => part !== 'organisation' && part !== 'moderated');
  return refusedBy('application.moderate', new Set(inFile)).length > 0;
}

const noSeat = { seat: null, sector: null };
