import { setup } from 'xstate';
import { effectsFor, fact, record } from './effects.ts';
import type { LabelEvent } from './events.ts';
import { labelGuards } from './labelGuards.ts';
import type { LabelContext } from './stored.ts';

const { on, every } = effectsFor<LabelContext, LabelEvent>();

const labelSetup = setup({
  types: { context: {} as LabelContext, events: {} as LabelEvent, input: {} as LabelContext },
  guards: labelGuards,
  actions: {
    record,
    /** A new certificate of the same number: the one before answers "replaced". */
    newRevision: every((event, { revision }) =>
      'certificate' in event ? { revision: revision + 1, certificate: event.certificate, dueAt: null } : {},
    ),
    startDeadline: every((event) => ('dueAt' in event ? { dueAt: event.dueAt } : {})),
    stopClock: every(() => ({ dueAt: null })),
    keepSuccessor: on('renew', ({ successor }) => ({ successor })),
    keepStanding: on('setStanding', ({ standing }) => ({ standing })),
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
