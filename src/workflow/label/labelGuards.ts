import { dayOf } from '../../register/day.ts';
import { all, branch, checksFor, isText } from '../guards.ts';
import type { LabelContext } from '../stored.ts';
import { isCarried, isWhole, voters } from '../voting.ts';
import type { LabelEvent } from './labelEvents.ts';

const { check, on, role, reasonGiven } = checksFor<LabelContext, LabelEvent>();

const bySystem = role('bySystem', 'system');
const byOwner = role('byOwner', 'owner');
const byOfficer = role('byOfficer', 'officer');
const byOfficerOrSystem = role('byOfficerOrSystem', 'officer', 'system');
const byCommittee = role('byCommittee', 'committee', 'chair');
const certificateStored = check(
  'certificateStored',
  (event) => 'certificate' in event && event.certificate !== null && /^[0-9a-f]{64}$/.test(event.certificate),
);
const periodOver = check('periodOver', (event, c) => dayOf(event.at) > c.until);
const periodOpen = check('periodOpen', (event, c) => dayOf(event.at) <= c.until);
const deadlineOver = check('deadlineOver', (event, c) => c.dueAt !== null && event.at >= c.dueAt);
const dueInFuture = check(
  'dueInFuture',
  (event) => 'dueAt' in event && event.dueAt !== null && event.dueAt > event.at,
);
const todoGiven = check('todoGiven', (event) => 'todo' in event && isText(event.todo));
const successorGiven = on('renew', 'successorGiven', (event) => event.successor.length > 0);
const mayEndPeriod = all(bySystem, periodOver);
/** A label that holds by a stay alone ends with its period. */
const isExtended = ({ stayed }: LabelContext, event: LabelEvent): boolean =>
  event.type === 'periodEnded' && event.renewalFiled && stayed === null;

const noHearing = check('noHearing', (_, c) => c.hearing === null);
const hearingOpen = check('hearingOpen', (_, c) => c.hearing !== null);
const noStay = check('noStay', (_, c) => c.stayed === null);
const isStayed = check('isStayed', (_, c) => c.stayed !== null);
/** The holder answered, or their time to do so is over (ISO/IEC 17065, 7.11). */
const isHeard = (event: LabelEvent, { hearing }: LabelContext, about: 'suspension' | 'withdrawal') =>
  hearing?.about === about && (hearing.answered || event.at >= hearing.dueAt);
const withdrawalHeard = check('withdrawalHeard', (event, c) => isHeard(event, c, 'withdrawal'));

const noNotice = check('noNotice', (_, c) => c.endsOn === null);
const noticeToConfirm = check('noticeToConfirm', (_, c) => c.notice?.confirmed === false);
/** Whose label may be withdrawn is not helped out of it by the office. */
const noWithdrawal = check(
  'noWithdrawal',
  (_, c) => c.hearing?.about !== 'withdrawal' && c.stayed !== 'withdrawn',
);
const mayEndOnNotice = all(
  bySystem,
  check('noticeOver', ({ at }, c) => c.endsOn !== null && dayOf(at) > c.endsOn),
);
const callRecorded = [
  byOfficer,
  on('recordCall', 'callTold', ({ text }) => isText(text)),
  on('recordCall', 'dayReached', (event) => event.on <= dayOf(event.at)),
] as const;
/** Its holder is heard on a suspension or a withdrawal, or it holds by a stay alone. */
const isContested = ({ hearing, stayed }: LabelContext): boolean => hearing !== null || stayed !== null;

const inSession = (code: 'withdrawLabel' | 'keepLabel' | 'deferWithdrawal') =>
  [
    byCommittee,
    on(code, 'inOpenSession', (event) => event.inSession === true),
    on(code, 'chairsThisFile', ({ chair, actor }) => chair === actor.id),
  ] as const;
/** How the committee concludes on a withdrawal, as on any file (`application/guards.ts`). */
const concluding = (code: 'withdrawLabel' | 'keepLabel') =>
  [
    ...inSession(code),
    on(code, 'chairNotRecused', ({ vote, actor }) => !vote.recused.includes(actor.id)),
    on(code, 'quorumOfUnrecused', ({ vote, quorum }) => voters(vote).length >= quorum),
    on(code, 'votesRecorded', ({ vote, castingVote }) => {
      return isWhole(vote) && isCarried(vote, castingVote) === (code === 'withdrawLabel');
    }),
    on(code, 'votersHaveNoConflict', ({ vote, conflicted }) =>
      voters(vote).every((id) => !conflicted.includes(id)),
    ),
    withdrawalHeard,
    reasonGiven,
  ] as const;
const mayUpholdStayed = all(byCommittee, reasonGiven, isStayed);
/** The panel of an appeal, or the service itself where nobody confirmed what its chair granted alone. */
const mayLiftStay = all(role('byCommitteeOrSystem', 'committee', 'chair', 'system'), reasonGiven, isStayed);

/** The guards of a label's machine, one a transition. */
export const labelGuards = {
  mayIssue: all(
    bySystem,
    certificateStored,
    on('issued', 'entryReady', (event) => event.entryReady === true),
    periodOpen,
  ),
  mayProposeSuspension: all(byOfficer, reasonGiven, todoGiven, dueInFuture, noHearing, noStay),
  mayAnswerHearing: all(
    role('byOrganisation', 'owner', 'editor'),
    hearingOpen,
    on('answerHearing', 'answerGiven', (event) => isText(event.text)),
  ),
  mayExtendHearing: all(
    byOfficer,
    reasonGiven,
    dueInFuture,
    check('hearingUnanswered', (_, { hearing }) => hearing !== null && !hearing.answered),
    on('extendHearing', 'laterThanBefore', ({ dueAt }, c) => dueAt > (c.hearing?.dueAt ?? '')),
  ),
  mayExtendRepair: all(
    byOfficer,
    reasonGiven,
    dueInFuture,
    noWithdrawal,
    on('extendRepair', 'laterThanBefore', ({ dueAt }, c) => dueAt > (c.dueAt ?? '')),
  ),
  mayRecordCall: all(...callRecorded),
  mayRecordCallInHearing: all(...callRecorded, hearingOpen),
  mayDropProposal: all(byOfficer, hearingOpen, reasonGiven),
  maySuspend: all(
    byOfficer,
    reasonGiven,
    todoGiven,
    dueInFuture,
    noStay,
    on('suspend', 'heardOrUrgent', (event, c) =>
      event.urgent ? (event.hearingUntil ?? '') > event.at : isHeard(event, c, 'suspension'),
    ),
  ),
  mayConfirmSuspension: all(
    byOfficer,
    reasonGiven,
    check('suspensionHeard', (event, c) => isHeard(event, c, 'suspension')),
  ),
  mayRestore: all(byOfficer, reasonGiven, periodOpen, certificateStored),
  mayProposeWithdrawal: all(
    byOfficer,
    reasonGiven,
    dueInFuture,
    noStay,
    check('withdrawalNotProposed', (_, c) => c.hearing?.about !== 'withdrawal'),
  ),
  mayWithdrawLabel: all(...concluding('withdrawLabel')),
  mayKeep: all(...concluding('keepLabel')),
  mayKeepSuspended: all(...concluding('keepLabel'), dueInFuture),
  mayDefer: all(
    ...inSession('deferWithdrawal'),
    check('withdrawalProposed', (_, c) => c.hearing?.about === 'withdrawal'),
    reasonGiven,
  ),
  mayGiveNotice: all(
    byOwner,
    noNotice,
    on('giveNotice', 'dayToCome', (event) => event.on >= dayOf(event.at)),
  ),
  mayTakeBackNotice: all(
    byOwner,
    check('noticeGiven', (_, c) => c.endsOn !== null && c.notice === null),
  ),
  mayRecordNotice: all(
    byOfficer,
    reasonGiven,
    on('recordNotice', 'documentGiven', (event) => isText(event.document)),
    noNotice,
    check('noticeNotRecorded', (_, c) => c.notice === null),
    noWithdrawal,
  ),
  mayConfirmNotice: all(
    byOfficer,
    noticeToConfirm,
    check('bySecondOfficer', ({ actor }, c) => c.notice?.by !== actor.id),
    on('confirmNotice', 'timeToObject', (event) => event.on > dayOf(event.at)),
    noWithdrawal,
  ),
  mayObjectToNotice: all(
    byOwner,
    check('noticeRecorded', (_, c) => c.notice !== null),
  ),
  mayDropNotice: all(byOfficer, reasonGiven, noticeToConfirm),
  mayEndOnNotice: branch(mayEndOnNotice, (c) => !isContested(c)),
  mayEndInProceedings: branch(mayEndOnNotice, isContested),
  mayEndSuspended: mayEndOnNotice,
  mayReviseScope: all(byOfficerOrSystem, reasonGiven, certificateStored),
  mayExtendScope: all(bySystem, certificateStored),
  mayReissue: all(byOfficerOrSystem, certificateStored),
  mayExtend: branch(mayEndPeriod, isExtended),
  mayExpire: branch(mayEndPeriod, (c, event) => !isExtended(c, event)),
  mayExpireSuspended: mayEndPeriod,
  mayRenew: all(byOfficerOrSystem, successorGiven),
  mayEndExtension: all(byOfficerOrSystem),
  mayProlong: all(
    bySystem,
    on('prolong', 'laterThanBefore', (event, c) => c.dueAt !== null && event.dueAt > c.dueAt),
  ),
  isOverdue: all(bySystem, deadlineOver),
  maySetStanding: all(byOfficerOrSystem, reasonGiven),
  mayLodgeAppeal: all(
    byOwner,
    on('lodgeAppeal', 'groundsGiven', (event) => isText(event.grounds)),
    on('lodgeAppeal', 'withinAppealWindow', ({ at, against }, c) =>
      c.appealable.some((one) => one.against === against && at < one.until),
    ),
  ),
  mayGrantStay: all(byCommittee, reasonGiven, periodOpen, certificateStored),
  mayLiftStayOfSuspension: branch(mayLiftStay, (c) => c.stayed === 'suspended'),
  mayLiftStayOfWithdrawal: branch(mayLiftStay, (c) => c.stayed === 'withdrawn'),
  mayReinstate: all(byCommittee, reasonGiven, periodOpen, certificateStored),
  mayUpholdStayed,
};
