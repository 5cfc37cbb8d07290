import type { LabelEvent } from '../../../src/workflow/label/labelEvents.ts';
import type { LabelContext } from '../../../src/workflow/stored.ts';
import { actor, times } from './cast.ts';

type Type = LabelEvent['type'];

const certificate = 'a'.repeat(64);
const afterPeriod = '2029-03-01T09:00:00.000Z';
const afterGrace = '2029-05-29T21:59:59.999Z';
const afterProlongation = '2029-06-28T21:59:59.999Z';
const at = times.now;
const reason = 'Spécimen';
const appealBy = times.due;

/** What every actor could send to a label now; the period's end comes after it. */
export function labelEvents(c: LabelContext): readonly LabelEvent[] {
  return Object.values(payloads(c)).flat();
}

function payloads({ hearing, appealable }: LabelContext): {
  readonly [T in Type]: readonly Extract<LabelEvent, { type: T }>[];
} {
  const officer = { at, actor: actor('officer'), reason } as const;
  const system = { at, actor: actor('system') } as const;
  const owner = { at, actor: actor('owner') } as const;
  const panel = { at, actor: actor('committee'), reason } as const;
  const because = { ...officer, code: 'misuse', dueAt: times.due } as const;
  const suspend = { ...because, type: 'suspend', todo: reason, appealBy } as const;
  const present = ['chair', 'member-1', 'member-2'];
  const vote = { present, recused: [], abstained: 0, casting: null } as const;
  const concluded = {
    at: hearing?.dueAt ?? at,
    actor: actor('chair'),
    reason,
    inSession: true,
    chair: 'chair',
    conflicted: [],
    quorum: 3,
    castingVote: true,
  } as const;
  const standing = { ...officer, type: 'setStanding', appealBy } as const;
  return {
    issued: [{ ...system, type: 'issued', certificate, entryReady: true }],
    proposeSuspension: [{ ...because, type: 'proposeSuspension', todo: reason }],
    answerHearing: [{ at, actor: actor('editor'), type: 'answerHearing', text: reason }],
    extendHearing: [{ ...officer, type: 'extendHearing', dueAt: times.late }],
    extendRepair: [{ ...officer, type: 'extendRepair', dueAt: times.late }],
    recordCall: [{ at, actor: actor('officer'), type: 'recordCall', on: '2026-03-01', text: reason }],
    dropProposal: [{ ...officer, type: 'dropProposal' }],
    suspend: [
      { ...suspend, urgent: true, hearingUntil: times.due },
      { ...suspend, at: times.due, dueAt: times.late, urgent: false, hearingUntil: null },
    ],
    confirmSuspension: [{ ...officer, at: times.due, type: 'confirmSuspension', appealBy: times.late }],
    restore: [{ ...officer, type: 'restore', certificate }],
    proposeWithdrawal: [{ ...because, type: 'proposeWithdrawal' }],
    withdrawLabel: [{ ...concluded, type: 'withdrawLabel', vote: { ...vote, for: 2, against: 1 }, appealBy }],
    keepLabel: [
      { ...concluded, type: 'keepLabel', vote: { ...vote, for: 1, against: 2 }, dueAt: times.late },
    ],
    deferWithdrawal: [
      { at, actor: actor('chair'), type: 'deferWithdrawal', reason, inSession: true, chair: 'chair' },
    ],
    giveNotice: [{ ...owner, type: 'giveNotice', on: '2026-03-02' }],
    takeBackNotice: [{ ...owner, type: 'takeBackNotice' }],
    noticeEnded: [{ ...system, at: times.late, type: 'noticeEnded' }],
    recordNotice: [{ ...officer, type: 'recordNotice', on: '2026-03-02', document: 'evidence-1' }],
    confirmNotice: [{ at, actor: actor('officer', 'officer-2'), type: 'confirmNotice', on: '2026-03-12' }],
    objectToNotice: [{ ...owner, type: 'objectToNotice' }],
    dropNotice: [{ ...officer, type: 'dropNotice' }],
    reviseScope: [{ ...officer, type: 'reviseScope', certificate, appealBy }],
    extendScope: [{ ...system, type: 'extendScope', certificate, extension: 'A-2026-000009' }],
    reissue: [{ ...system, type: 'reissue', certificate, cause: 'key' }],
    periodEnded: [
      { ...system, at: afterPeriod, type: 'periodEnded', renewalFiled: true, dueAt: afterGrace },
      { ...system, at: afterPeriod, type: 'periodEnded', renewalFiled: false, dueAt: null },
    ],
    prolong: [{ ...system, at: afterPeriod, type: 'prolong', dueAt: afterProlongation }],
    renew: [{ ...system, type: 'renew', successor: 'MIE-29-00007-X' }],
    renewalRefused: [{ at: afterPeriod, actor: actor('officer'), type: 'renewalRefused' }],
    graceEnded: [{ ...system, at: afterPeriod, type: 'graceEnded' }],
    deadlinePassed: [{ ...system, at: times.late, type: 'deadlinePassed' }],
    setStanding: [
      { ...standing, standing: 'conditional', dueAt: times.due },
      { ...standing, standing: 'clean', dueAt: null },
    ],
    lodgeAppeal: [
      { ...owner, type: 'lodgeAppeal', against: appealable[0]?.against ?? 'suspension', grounds: reason },
    ],
    grantStay: [{ ...panel, type: 'grantStay', certificate }],
    liftStay: [{ ...panel, type: 'liftStay', dueAt: times.due }],
    upholdAppeal: [{ ...panel, type: 'upholdAppeal', certificate }],
  };
}
