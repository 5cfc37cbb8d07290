import type { WorkflowEvent } from '../../src/workflow/events.ts';
import { times } from './support/cast.ts';
import { testRefusals } from './support/refusals.ts';

const event =
  (...changes: readonly object[]) =>
  () =>
    changes.map((change) => ({ event: change }));

testRefusals('condition', {
  checks: {
    maySubmitProof: 'byOrganisation proofGiven',
    mayConfirm: 'byOfficer notOfTheOrganisation reasonGiven',
    mayReject: 'byOfficer notOfTheOrganisation reasonGiven dueInFuture',
    mayRecordCall: 'byOfficer notOfTheOrganisation callTold dayReached',
    mayExtend: 'byOfficer notOfTheOrganisation reasonGiven dueInFuture laterThanBefore',
    mayDrop: 'bySystem',
    isUnmet: 'bySystem deadlineOver',
  },
  roles: { byOrganisation: ['owner', 'editor'], byOfficer: ['officer'], bySystem: ['system'] },
  spoils: {
    proofGiven: event({ proof: ' ', documents: [] }),
    notOfTheOrganisation: ({ actor }: WorkflowEvent) =>
      (['owner', 'editor', 'reader'] as const).map((role) => ({
        event: { actor: { ...actor, roles: [...actor.roles, role] } },
      })),
    reasonGiven: event({ reason: '' }, { reason: ' \n' }),
    dueInFuture: () => [{ event: { dueAt: times.now }, context: { dueAt: '2026-01-01T00:00:00.000Z' } }],
    laterThanBefore: (sent) => ('dueAt' in sent ? [{ context: { dueAt: String(sent.dueAt) } }] : []),
    callTold: event({ text: ' ' }),
    dayReached: event({ on: '2026-03-03' }),
    deadlineOver: event({ at: '2026-04-01T21:59:59.999Z' }),
  },
});
