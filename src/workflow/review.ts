import { setup } from 'xstate';
import { effectsFor, factsOf, move, record } from './effects.ts';
import type { ReviewEvent } from './events.ts';
import { all, checksFor } from './guards.ts';
import type { ReviewContext } from './stored.ts';

const fact = factsOf('review');

const { check, on, role, reasonGiven } = checksFor<ReviewContext, ReviewEvent>();

const holdsThisReview = check('holdsThisReview', (event, c) => event.actor.id === c.personId);

/** One a transition. */
const guards = {
  mayAcceptReview: all(
    holdsThisReview,
    check('withinDeadline', (event, c) => event.at < c.dueAt),
    on('accept', 'noConflictDeclared', (event) => event.noConflictDeclared === true),
  ),
  mayDecline: all(holdsThisReview),
  mayDeliver: all(
    holdsThisReview,
    on('deliver', 'allCriteriaScored', (event) => event.unscored === 0),
    on('deliver', 'commentOnDeviation', (event) => event.deviationsWithoutComment === 0),
    on('deliver', 'stillNoConflict', (event) => event.conflict === false),
  ),
  isOverdue: all(
    role('bySystem', 'system'),
    check('deadlineOver', (event, c) => event.at >= c.dueAt),
  ),
  mayVoid: all(role('byOfficerOrReviewer', 'officer', 'reviewer', 'system')),
  mayRelease: all(role('byOfficer', 'officer'), reasonGiven),
  mayClose: all(role('bySystem', 'system')),
};

const voided = move('mayVoid', 'voided', fact('voided'));
/** What may end it until it is delivered. */
const exits = {
  deadlinePassed: move('isOverdue', 'expired', fact('expired')),
  conflictFound: voided,
  release: move('mayRelease', 'voided', fact('released')),
  /** Its file ended, or went on without it. */
  fileClosed: move('mayClose', 'voided', fact('voided')),
} as const;

/** One reviewer's work on one file (docs/design/workflow.md#review). */
export const reviewMachine = setup({
  types: { context: {} as ReviewContext, events: {} as ReviewEvent, input: {} as ReviewContext },
  guards,
  actions: {
    record,
    /** From the answer to the invitation on, the day that counts is the one of delivery. */
    startDelivery: effectsFor<ReviewContext, ReviewEvent>().on('accept', ({ dueAt }) => ({ dueAt })),
  },
}).createMachine({
  id: 'review',
  context: ({ input }) => input,
  initial: 'invited',
  states: {
    invited: {
      on: {
        accept: move('mayAcceptReview', 'scoring', 'startDelivery', fact('accepted')),
        decline: move('mayDecline', 'declined', fact('declined')),
        ...exits,
      },
    },
    scoring: { on: { deliver: move('mayDeliver', 'delivered', fact('delivered')), ...exits } },
    delivered: { on: { conflictFound: voided } },
    declined: { type: 'final' },
    expired: { type: 'final' },
    voided: { type: 'final' },
  },
});
