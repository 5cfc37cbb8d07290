import type { WorkflowEvent } from '../../src/workflow/events.ts';
import { times } from './support/cast.ts';
import { testRefusals } from './support/refusals.ts';

const event =
  (...changes: readonly object[]) =>
  () =>
    changes.map((change) => ({ event: change }));
const withInside = ({ actor }: WorkflowEvent) =>
  (['owner', 'editor', 'reader'] as const).map((role) => ({
    event: { actor: { ...actor, roles: [...actor.roles, role] } },
  }));
const beforeDue = '2026-04-01T21:59:59.999Z';

testRefusals('review', {
  checks: {
    mayAcceptReview: 'holdsThisReview withinDeadline noConflictDeclared',
    mayDecline: 'holdsThisReview',
    mayDeliver: 'holdsThisReview allCriteriaScored commentOnDeviation stillNoConflict',
    isOverdue: 'bySystem deadlineOver',
    mayVoid: 'byOfficerOrReviewer',
    mayRelease: 'byOfficer reasonGiven',
    mayClose: 'bySystem',
  },
  roles: {
    bySystem: ['system'],
    byOfficer: ['officer'],
    byOfficerOrReviewer: ['officer', 'reviewer', 'system'],
  },
  spoils: {
    holdsThisReview: () => [
      { event: { actor: { id: 'another', roles: ['reviewer'] } } },
      { context: { personId: 'another' } },
    ],
    withinDeadline: event({ at: times.due }),
    noConflictDeclared: event({ noConflictDeclared: false }),
    allCriteriaScored: event({ unscored: 1 }),
    commentOnDeviation: event({ deviationsWithoutComment: 1 }),
    stillNoConflict: event({ conflict: true }),
    reasonGiven: event({ reason: '' }, { reason: ' \n' }),
    deadlineOver: event({ at: beforeDue }),
  },
});

testRefusals('change', {
  checks: {
    maySettle: 'byOfficer notOfTheOrganisation reasonGiven dueInFuture',
    mayFollowUp: 'byOfficer notOfTheOrganisation reasonGiven dueInFuture',
    mayConclude: 'byOfficerOrSystem notOfTheOrganisation reasonGiven',
    mayConcludeExamined: 'bySystem reasonGiven',
    mayGoOn: 'bySystem',
    isOverdue: 'bySystem deadlineOver',
    mayDrop: 'bySystem',
  },
  roles: { byOfficer: ['officer'], byOfficerOrSystem: ['officer', 'system'], bySystem: ['system'] },
  spoils: {
    notOfTheOrganisation: withInside,
    reasonGiven: event({ reason: '' }, { reason: ' \n' }),
    dueInFuture: event({ effect: 'application', dueAt: times.now }, { effect: 'application', dueAt: null }),
    deadlineOver: event({ at: '2026-04-01T21:59:59.999Z' }),
  },
});
