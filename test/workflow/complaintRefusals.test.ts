import type { WorkflowEvent } from '../../src/workflow/events.ts';
import { testRefusals } from './support/refusals.ts';

const event =
  (...changes: readonly object[]) =>
  () =>
    changes.map((change) => ({ event: change }));
const withInside = ({ actor }: WorkflowEvent) =>
  (['owner', 'editor', 'reader'] as const).map((role) => ({
    event: { actor: { ...actor, roles: [...actor.roles, role] } },
  }));
const handling = 'byOfficerOrOutsider notOfTheOrganisation handlesComplaint';

testRefusals('complaint', {
  checks: {
    mayAcknowledge: 'bySystem',
    mayTake:
      'byOfficerOrOutsider notOfTheOrganisation isNotComplainant noTieToComplainant didNotAnswerComplaint handledByOther',
    mayNameOutsider: 'byAdministrator notOfTheOrganisation noOfficerLeft namesAnother outsiderIsFree',
    mayNote: handling,
    mayAskHolder: `${handling} holderKnown holderNotAsked dueInFuture`,
    mayGiveStatement: 'byOrganisation statementAsked',
    mayResolve: handling,
    mayDeclareUnfounded: handling,
    mayResolveLast: handling,
    mayContest: 'provesComplaint contestInTime',
    isUncontested: 'bySystem deadlineOver',
  },
  roles: {
    byOfficerOrOutsider: ['officer'],
    byAdministrator: ['administrator'],
    byOrganisation: ['owner', 'editor'],
    bySystem: ['system'],
  },
  spoils: {
    notOfTheOrganisation: withInside,
    isNotComplainant: event({ complains: true }),
    noTieToComplainant: event({ tied: true }),
    didNotAnswerComplaint: ({ actor }) => [{ context: { earlierHandlers: ['officer-9', actor.id] } }],
    handledByOther: ({ actor }) => [{ context: { handler: actor.id } }],
    noOfficerLeft: event({ officersLeft: true }),
    namesAnother: ({ actor }) => [{ event: { personId: actor.id } }, { context: { outsider: 'outsider' } }],
    outsiderIsFree: event({ keptAway: true }),
    handlesComplaint: () => [{ context: { handler: 'officer-9' } }, { context: { handler: null } }],
    holderKnown: () => [{ context: { organisationId: null } }],
    holderNotAsked: (_, { dueAt }) => [
      { context: { statement: { dueAt, given: false } } },
      { context: { statement: { dueAt, given: true } } },
    ],
    dueInFuture: ({ at }) => [{ event: { dueAt: at } }],
    statementAsked: (_, { dueAt }) => [
      { context: { statement: null } },
      { context: { statement: { dueAt, given: true } } },
    ],
    provesComplaint: event({ proved: false }),
    contestInTime: event({ at: '2026-04-01T22:00:00.001Z' }),
    deadlineOver: event({ at: '2026-04-01T21:59:59.999Z' }),
  },
});
