import { setup } from 'xstate';
import { factsOf, move, record, stay } from '../effects.ts';
import type { LabelContext } from '../stored.ts';
import { labelEffects } from './labelEffects.ts';
import type { LabelEvent } from './labelEvents.ts';
import { labelGuards } from './labelGuards.ts';

const fact = factsOf('label');

const labelSetup = setup({
  types: { context: {} as LabelContext, events: {} as LabelEvent, input: {} as LabelContext },
  guards: labelGuards,
  actions: { record, ...labelEffects },
});

const restore = move('mayRestore', 'active', 'newRevision', 'settle', fact('restored'));
const renew = move('mayRenew', 'superseded', 'keepSuccessor', 'end', fact('superseded'));
const reissue = stay('mayReissue', 'newRevision', fact('reissued'));
const expire = { target: 'expired', actions: ['end', fact('expired')] } as const;
const reinstate = move('mayReinstate', 'active', 'newRevision', 'settle', fact('reinstated'));
const grantStay = (of: 'Suspension' | 'Withdrawal') =>
  move('mayGrantStay', 'active', 'newRevision', 'settle', `keepStayOf${of}`, fact('stayGranted'));
const lodgeAppeal = stay('mayLodgeAppeal', 'keepAppeal', fact('appealLodged'));
const keep = stay('mayKeep', 'endHearing', fact('kept'));
const keepSuspended = move('mayKeepSuspended', 'suspended', 'startDeadline', 'endHearing', fact('kept'));

/** While a label has not ended, whether it holds or is suspended. */
const open = {
  answerHearing: stay('mayAnswerHearing', 'keepAnswer', fact('hearingAnswered')),
  dropProposal: stay('mayDropProposal', 'endHearing', fact('proposalDropped')),
  proposeWithdrawal: stay('mayProposeWithdrawal', 'openHearing', fact('withdrawalProposed')),
  withdrawLabel: move('mayWithdrawLabel', 'withdrawn', 'end', 'keepAppealable', fact('withdrawn')),
  deferWithdrawal: stay('mayDefer', fact('withdrawalDeferred')),
  giveNotice: stay('mayGiveNotice', 'keepNotice', fact('noticeGiven')),
  takeBackNotice: stay('mayTakeBackNotice', 'dropNotice', fact('noticeTakenBack')),
  recordNotice: stay('mayRecordNotice', 'keepRecordedNotice', fact('noticeRecorded')),
  confirmNotice: stay('mayConfirmNotice', 'confirmNotice', fact('noticeConfirmed')),
  objectToNotice: stay('mayObjectToNotice', 'dropNotice', fact('noticeObjected')),
  dropNotice: stay('mayDropNotice', 'dropNotice', fact('noticeDropped')),
  setStanding: stay('maySetStanding', 'keepStanding', 'keepAppealable', fact('standingSet')),
  extendHearing: stay('mayExtendHearing', 'moveHearing', fact('hearingExtended')),
  recordCall: stay('mayRecordCallInHearing', fact('callRecorded')),
  lodgeAppeal,
  renew,
} as const;

/** While it is suspended, or the day to put that right is over. */
const stopped = {
  ...open,
  extendRepair: move('mayExtendRepair', 'suspended', 'startDeadline', fact('repairExtended')),
  recordCall: stay('mayRecordCall', fact('callRecorded')),
} as const;

const endInProceedings = (guard: 'mayEndInProceedings' | 'mayEndSuspended') =>
  move(guard, 'terminated', 'end', fact('proceedingsEnded'), fact('terminated'));

/** While it holds. */
const holding = {
  ...open,
  noticeEnded: [
    endInProceedings('mayEndInProceedings'),
    move('mayEndOnNotice', 'terminated', 'end', fact('terminated')),
  ],
  proposeSuspension: stay('mayProposeSuspension', 'openHearing', fact('suspensionProposed')),
  suspend: move(
    'maySuspend',
    'suspended',
    'startDeadline',
    'keepSuspension',
    'keepAppealable',
    fact('suspended'),
  ),
  keepLabel: keep,
  reissue,
} as const;

/** The life of a label once granted (docs/design/workflow.md#label). */
export const labelMachine = labelSetup.createMachine({
  id: 'label',
  context: ({ input }) => input,
  initial: 'issuing',
  states: {
    issuing: { on: { issued: move('mayIssue', 'active', 'newRevision', fact('issued')) } },
    active: {
      on: {
        ...holding,
        liftStay: [
          move('mayLiftStayOfSuspension', 'suspended', 'startDeadline', 'endStay', fact('stayLifted')),
          move('mayLiftStayOfWithdrawal', 'withdrawn', 'end', fact('stayLifted')),
        ],
        upholdAppeal: stay('mayUpholdStayed', 'endStay', fact('reinstated')),
        reviseScope: stay('mayReviseScope', 'newRevision', 'keepAppealable', fact('scopeRevised')),
        extendScope: stay('mayExtendScope', 'newRevision', fact('scopeExtended')),
        periodEnded: [
          move('mayExtend', 'extended', 'startDeadline', fact('extended')),
          { guard: 'mayExpire', ...expire },
        ],
      },
    },
    extended: {
      on: {
        ...holding,
        prolong: stay('mayProlong', 'startDeadline', fact('prolonged')),
        renewalRefused: { guard: 'mayEndExtension', ...expire },
        graceEnded: { guard: 'mayEndExtension', ...expire },
      },
    },
    suspended: {
      on: {
        ...stopped,
        noticeEnded: endInProceedings('mayEndSuspended'),
        confirmSuspension: stay(
          'mayConfirmSuspension',
          'endHearing',
          'keepAppealable',
          fact('suspensionConfirmed'),
        ),
        restore,
        keepLabel: keepSuspended,
        grantStay: grantStay('Suspension'),
        upholdAppeal: reinstate,
        periodEnded: { guard: 'mayExpireSuspended', ...expire },
        deadlinePassed: move('isOverdue', 'withdrawalPending', 'stopClock', fact('suspensionOverdue')),
      },
    },
    withdrawalPending: {
      on: {
        ...stopped,
        noticeEnded: endInProceedings('mayEndSuspended'),
        restore,
        keepLabel: keepSuspended,
        grantStay: grantStay('Suspension'),
        upholdAppeal: reinstate,
        periodEnded: { guard: 'mayExpireSuspended', ...expire },
      },
    },
    expired: { on: { upholdAppeal: reinstate, lodgeAppeal } },
    withdrawn: { on: { upholdAppeal: reinstate, lodgeAppeal, grantStay: grantStay('Withdrawal') } },
    terminated: { type: 'final' },
    superseded: { type: 'final' },
  },
});
