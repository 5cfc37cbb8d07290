import { times } from './support/cast.ts';
import { testRefusals } from './support/refusals.ts';

const event =
  (...changes: readonly object[]) =>
  () =>
    changes.map((change) => ({ event: change }));
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

testRefusals('label', {
  checks: {
    mayIssue: 'bySystem certificateStored entryReady periodOpen',
    maySuspend: 'byOfficer reasonGiven',
    mayRestore: 'byOfficer reasonGiven periodOpen certificateStored',
    mayWithdrawLabel: 'byOfficerOrChair reasonGiven',
    mayTerminate: 'byOwnerOrOfficer',
    mayReviseScope: 'byOfficer certificateStored',
    mayReissue: 'byOfficerOrSystem certificateStored',
    mayExtend: 'bySystem periodOver',
    mayExpire: 'bySystem periodOver',
    mayExpireSuspended: 'bySystem periodOver',
    mayRenew: 'byOfficerOrSystem successorGiven',
    mayEndExtension: 'byOfficerOrSystem',
    mayProposeWithdrawal: 'bySystem deadlineOver',
    maySetStanding: 'byOfficer',
    mayReinstate: 'byCommittee reasonGiven periodOpen certificateStored',
  },
  roles: {
    bySystem: ['system'],
    byOfficer: ['officer'],
    byOfficerOrChair: ['officer', 'chair'],
    byOwnerOrOfficer: ['owner', 'officer'],
    byOfficerOrSystem: ['officer', 'system'],
    byCommittee: ['committee', 'chair'],
  },
  spoils: {
    reasonGiven: event({ reason: '' }, { reason: ' \t' }),
    certificateStored: event(
      { certificate: '' },
      { certificate: 'A'.repeat(64) },
      { certificate: 'a'.repeat(65) },
    ),
    entryReady: event({ entryReady: false }),
    // 23:30 UTC on the last day but half past midnight in Geneva: the period is over there.
    periodOpen: event({ at: '2029-02-28T23:30:00.000Z' }),
    periodOver: event({ at: '2029-02-28T22:59:59.999Z' }),
    successorGiven: event({ successor: '' }),
    deadlineOver: () => [{ event: { at: beforeDue } }, { context: { dueAt: null } }],
  },
});
