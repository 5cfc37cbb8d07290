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

testRefusals('need', {
  checks: {
    mayEdit: 'byOrganisation dueInFuture',
    mayAnswer: 'needOfOthers withinDeadline',
    mayClose: 'byOrganisation',
    mayWithdraw: 'byOrganisation',
    isOver: 'bySystem deadlineOver',
    mayRemove: 'byOfficer notOfTheOrganisation reasonGiven',
  },
  roles: { byOrganisation: ['owner', 'editor'], bySystem: ['system'], byOfficer: ['officer'] },
  spoils: {
    dueInFuture: event({ dueAt: times.now }),
    needOfOthers: event({ organisationId: 'specimen' }),
    withinDeadline: event({ at: times.due }),
    deadlineOver: event({ at: '2026-04-01T21:59:59.999Z' }),
    notOfTheOrganisation: withInside,
    reasonGiven: event({ reason: '' }, { reason: ' \n' }),
  },
});
