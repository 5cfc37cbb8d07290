import type { ApplicationEvent, AssignedReviewer } from '../events.ts';
import { type Check, checksFor } from '../guards.ts';
import type { ApplicationContext } from '../stored.ts';

type Context = ApplicationContext;
type Event = ApplicationEvent;

const { on } = checksFor<Context, Event>();

/** For both rounds: enough distinct people who accepted, free, fit, not overloaded, without another part in this file. */
export const staffing = (type: 'staff' | 'returnToEvaluation'): Check<Context, Event>[] => {
  const every = (code: string, fits: (reviewer: AssignedReviewer, context: Context) => boolean) =>
    on(type, code, (event, c) => event.reviewers.every((reviewer) => fits(reviewer, c)));
  return [
    on(type, 'twoReviewersAccepted', (event, c) => {
      const accepted = event.reviewers.filter((r) => r.accepted).map((r) => r.personId);
      const distinct = [accepted, event.reviewers.map((r) => r.reviewId)].every(
        (ids) => new Set(ids).size === event.reviewers.length,
      );
      return distinct && accepted.length === c.limits.reviewers;
    }),
    every('noConflict', (r) => !r.conflict),
    every('competent', (r) => r.competent),
    every('underLoadCap', (r, c) => r.load <= c.limits.reviewerLoad),
    on(type, 'pairMixed', ({ reviewers }) => {
      const peers = reviewers.filter((r) => r.seat === 'peer');
      return peers.some((r) => r.otherField) && peers.length < reviewers.length;
    }),
    on(type, 'newToThisFile', (event, c) => {
      const withOtherPart = [...c.earlierPeople, c.moderatedBy, c.rapporteur];
      if (type === 'returnToEvaluation') withOtherPart.push(event.actor.id);
      return !event.reviewers.some((r) => withOtherPart.includes(r.personId));
    }),
    every('deliveryAsRecorded', (r, c) => r.delivered === c.reviewers.some((known) => isSame(known, r))),
    on(type, 'reviewOutstanding', (event) => event.reviewers.some((r) => !r.delivered)),
  ];
};

const isSame = (known: Context['reviewers'][number], r: AssignedReviewer): boolean =>
  known.delivered && known.reviewId === r.reviewId && known.personId === r.personId;
