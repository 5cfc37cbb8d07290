import { setup } from 'xstate';
import { effectsFor, factsOf, move, record, stay } from './effects.ts';
import type { LabelEvent } from './events.ts';
import { labelGuards } from './labelGuards.ts';
import type { LabelContext } from './stored.ts';

const fact = factsOf('label');

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

const suspend = move('maySuspend', 'suspended', 'startDeadline', fact('suspended'));
const restore = move('mayRestore', 'active', 'newRevision', fact('restored'));
const withdrawLabel = move('mayWithdrawLabel', 'withdrawn', 'stopClock', fact('withdrawn'));
const terminate = move('mayTerminate', 'terminated', 'stopClock', fact('terminated'));
const renew = move('mayRenew', 'superseded', 'keepSuccessor', fact('superseded'));
const reissue = stay('mayReissue', 'newRevision', fact('reissued'));
const expire = { target: 'expired', actions: ['stopClock', fact('expired')] } as const;
const reinstate = move('mayReinstate', 'active', 'newRevision', fact('reinstated'));

/** The life of a label once granted (docs/design/workflow.md#label). */
export const labelMachine = labelSetup.createMachine({
  id: 'label',
  context: ({ input }) => input,
  initial: 'issuing',
  states: {
    issuing: { on: { issued: move('mayIssue', 'active', 'newRevision', fact('issued')) } },
    active: {
      on: {
        suspend,
        withdrawLabel,
        terminate,
        renew,
        reissue,
        reviseScope: stay('mayReviseScope', 'newRevision', fact('scopeRevised')),
        setStanding: stay('maySetStanding', 'keepStanding', fact('standingSet')),
        periodEnded: [move('mayExtend', 'extended', fact('extended')), { guard: 'mayExpire', ...expire }],
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
        deadlinePassed: move(
          'mayProposeWithdrawal',
          'withdrawalPending',
          'stopClock',
          fact('withdrawalProposed'),
        ),
      },
    },
    withdrawalPending: { on: { restore, withdrawLabel } },
    expired: { on: { upholdAppeal: reinstate } },
    withdrawn: { on: { upholdAppeal: reinstate } },
    terminated: { type: 'final' },
    superseded: { type: 'final' },
  },
});
