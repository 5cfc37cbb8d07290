import { assign, setup } from 'xstate';
import type { DomainEvent } from './domainEvents.ts';
import type { LabelEvent } from './events.ts';
import { labelGuards } from './labelGuards.ts';
import type { LabelContext } from './stored.ts';

const fact = (name: DomainEvent) => ({ type: 'record', params: { fact: name } }) as const;

const labelSetup = setup({
  types: { context: {} as LabelContext, events: {} as LabelEvent, input: {} as LabelContext },
  guards: labelGuards,
  actions: {
    record: (_, _params: { fact: DomainEvent }) => {},
    /** A new certificate of the same number: the one before answers "replaced". */
    newRevision: assign(({ context, event }) =>
      'certificate' in event
        ? { revision: context.revision + 1, certificate: event.certificate, dueAt: null }
        : {},
    ),
    startDeadline: assign(({ event }) => ('dueAt' in event ? { dueAt: event.dueAt } : {})),
    stopClock: assign(() => ({ dueAt: null })),
    keepSuccessor: assign(({ event }) => (event.type === 'renew' ? { successor: event.successor } : {})),
    keepStanding: assign(({ event }) => (event.type === 'setStanding' ? { standing: event.standing } : {})),
  },
});

const suspend = {
  guard: 'maySuspend',
  target: 'suspended',
  actions: ['startDeadline', fact('label.suspended')],
} as const;
const restore = {
  guard: 'mayRestore',
  target: 'active',
  actions: ['newRevision', fact('label.restored')],
} as const;
const withdrawLabel = {
  guard: 'mayWithdrawLabel',
  target: 'withdrawn',
  actions: ['stopClock', fact('label.withdrawn')],
} as const;
const terminate = {
  guard: 'mayTerminate',
  target: 'terminated',
  actions: ['stopClock', fact('label.terminated')],
} as const;
const renew = {
  guard: 'mayRenew',
  target: 'superseded',
  actions: ['keepSuccessor', fact('label.superseded')],
} as const;
const reissue = { guard: 'mayReissue', actions: ['newRevision', fact('label.reissued')] } as const;
const expire = { target: 'expired', actions: ['stopClock', fact('label.expired')] } as const;
const reinstate = {
  guard: 'mayReinstate',
  target: 'active',
  actions: ['newRevision', fact('label.reinstated')],
} as const;

/** The life of a label once granted (docs/design/workflow.md#label). */
export const labelMachine = labelSetup.createMachine({
  id: 'label',
  context: ({ input }) => input,
  initial: 'issuing',
  states: {
    issuing: {
      on: { issued: { guard: 'mayIssue', target: 'active', actions: ['newRevision', fact('label.issued')] } },
    },
    active: {
      on: {
        suspend,
        withdrawLabel,
        terminate,
        renew,
        reissue,
        reviseScope: { guard: 'mayReviseScope', actions: ['newRevision', fact('label.scopeRevised')] },
        setStanding: { guard: 'maySetStanding', actions: ['keepStanding', fact('label.standingSet')] },
        periodEnded: [
          { guard: 'mayExtend', target: 'extended', actions: fact('label.extended') },
          { guard: 'mayExpire', ...expire },
        ],
      },
    },
    extended: {
      on: {
        renew,
        reissue,
        suspend,
        renewalRefused: { guard: 'mayEndExtension', ...expire },
        graceEnded: { guard: 'mayEndExtension', ...expire },
      },
    },
    suspended: {
      on: {
        restore,
        withdrawLabel,
        terminate,
        upholdAppeal: reinstate,
        periodEnded: { guard: 'mayExpireSuspended', ...expire },
        deadlinePassed: {
          guard: 'mayProposeWithdrawal',
          target: 'withdrawalPending',
          actions: ['stopClock', fact('label.withdrawalProposed')],
        },
      },
    },
    withdrawalPending: { on: { restore, withdrawLabel } },
    expired: { on: { upholdAppeal: reinstate } },
    withdrawn: { on: { upholdAppeal: reinstate } },
    terminated: { type: 'final' },
    superseded: { type: 'final' },
  },
});
