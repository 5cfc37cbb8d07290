import { requireVisible } from '../commands/common/requireVisible.ts';
import { reviewStage } from '../commands/file/reviewStage.ts';
import type { Review } from '../commands/items/items.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { isModeration } from '../policies/reviewTask.ts';
import { dayOf } from '../register/day.ts';
import { type Cause, letter } from './letter.ts';
import { withoutConflict } from './recipients.ts';
import { fileOf } from './subjects.ts';

/** Asks the invited person to review a file, unless that has been settled meanwhile. */
export const reviewInvitation = invitation((review) => !isModeration(review));

/** Asks the invited person to settle two reviews of a file, unless that has been settled meanwhile. */
export const moderationInvitation = invitation(isModeration);

/** Tells a reviewer who accepted a file until when it is due, or that they wait in case a place becomes free. */
export const reviewAccepted = letter({
  on: ['review.accepted'],
  topic: null,
  about: theReview,
  holds: ({ review, application }) => reviewStage(review, application) !== 'over',
  to: toReviewer,
  path: ({ review }) => `review/${review.id}`,
  tells: ({ review, organisation }) => ({
    organisation: organisation.name,
    what: whatOf(review),
    dueAt: dayOf(review.context.dueAt),
  }),
  says: ({ organisation, what, dueAt }, { date }) => ({
    words: `reviewAccepted.${what}`,
    rows: { organisation, dueAt: date(dueAt) },
    values: { organisation, dueAt: date(dueAt) },
  }),
});

function whatOf(review: Review) {
  if (isModeration(review)) return 'moderation' as const;
  return review.substitute ? ('substitute' as const) : ('review' as const);
}

/** Tells a reviewer that a file is not theirs any more: their time to answer or to deliver is over, or an officer released them. */
export const reviewEnded = letter({
  on: ['review.expired', 'review.released'],
  topic: null,
  about: theReview,
  to: toReviewer,
  path: () => 'review',
  tells: ({ review, organisation, ...cause }) => ({
    organisation: organisation.name,
    why: whyEnded(cause),
    dueAt: dayOf(review.context.dueAt),
  }),
  says: ({ organisation, why, dueAt }, { date }) => ({
    words: `reviewEnded.${why}`,
    rows: { organisation },
    values: { organisation, dueAt: date(dueAt) },
  }),
});

function whyEnded({ fact, earlier }: Pick<Cause, 'fact' | 'earlier'>) {
  if (fact === 'review.released') return 'released' as const;
  const isAccepted = earlier.some(({ facts }) => facts.includes('review.accepted'));
  return isAccepted ? ('review' as const) : ('answer' as const);
}

/** Tells a reviewer and the administrators that an admission ends, unless it was renewed or suspended meanwhile. */
export const admissionEnds = letter({
  on: ['reviewer.endsSoon'],
  topic: null,
  about: async ({ store }, { id }) => {
    const [person, profile] = await Promise.all([store.person(id), store.reviewer(id)]);
    return { person: requireVisible(person), profile: requireVisible(profile) };
  },
  holds: ({ person, profile, data }) =>
    person.roles.includes('reviewer') && profile.suspendedOn === null && profile.admittedUntil === data.dueAt,
  to: async ({ person }, { store }) => {
    const administrators = await store.peopleWith('administrator');
    return [person, ...administrators.filter(({ id }) => id !== person.id)];
  },
  path: ({ person }, { id }) => (id === person.id ? 'review' : `people/${person.id}`),
  tells: ({ person, data: { days, left = days, dueAt } }, { id }) => ({
    who: id === person.id ? ('own' as const) : ('other' as const),
    person: person.name || person.email,
    days: left,
    dueAt,
  }),
  says: ({ who, person, days, dueAt }, { date }) => ({
    words: `admissionEnds.${who}`,
    rows: { person: who === 'own' ? '' : person, dueAt: date(dueAt) },
    values: { person, days },
  }),
});

function invitation(isIts: (review: Review) => boolean) {
  return letter({
    on: ['review.invited'],
    topic: null,
    about: theReview,
    holds: ({ review, application }) => isIts(review) && reviewStage(review, application) === 'invitation',
    to: toReviewer,
    path: ({ review }) => `review/${review.id}`,
    // Who is asked must know the organisation to declare a tie.
    tells: ({ review, organisation }) => ({
      organisation: organisation.name,
      dueAt: dayOf(review.context.dueAt),
    }),
    says: ({ organisation, dueAt }, { date }) => ({ rows: { organisation, dueAt: date(dueAt) } }),
  });
}

type About = Awaited<ReturnType<typeof theReview>>;

async function theReview(deps: Deps, { id }: Cause) {
  const review = requireVisible(await deps.store.review(id));
  return { review, ...(await fileOf(deps, review.context.applicationId)) };
}

/** Whoever got a tie since is told nothing more of the file. */
async function toReviewer({ review, organisation }: About, deps: Deps) {
  const person = requireVisible(await deps.store.person(review.context.personId));
  return withoutConflict(organisation, deps, [person]);
}
