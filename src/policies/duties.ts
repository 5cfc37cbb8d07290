import type { Act } from './acts.ts';
import { reasonOf } from './dutyReasons.ts';
import { type Part, parts } from './parts.ts';

/** The applicant's side: whoever is on it does nothing else. */
const applicant = ['organisation', 'tie', 'applied'] as const;
/** Those who score, scored or settled, now or in an earlier round. */
const evaluation = ['invited', 'scored', 'moderated', 'earlier'] as const;
/** The committee, and who turned a file away in its place. */
const decision = ['voted', 'decided', 'turnedAway'] as const;
/** What was done with a file beside its evaluation: whoever judges it goes by the file alone. */
const handling = ['visited', 'checked', 'wrote', 'owned', 'handledComplaint'] as const;
/** What officers do around the people of a file. */
const staffing = ['staffed', 'announced', 'formedPanel'] as const;

/** Who works on the file as an officer holds none of the parts that judge it. */
const asOfficer: readonly Part[] = [...applicant, ...evaluation, 'recommended', ...decision, 'judged'];
const but = (row: readonly Part[], ...allowed: readonly Part[]) =>
  row.filter((part) => !allowed.includes(part));

/** A reviewer has nothing but their score, and did not choose who scores with them. */
const asReviewer: readonly Part[] = [
  ...applicant,
  ...staffing,
  'moderated',
  'earlier',
  'recommended',
  ...decision,
  'judged',
];
/** Who settles two scores is none of those who were asked for one (ISO/IEC 17065, 7.4). */
const asModerator: readonly Part[] = [
  ...but(asReviewer, 'moderated'),
  'screened',
  'invited',
  'asked',
  'scored',
];
/** Who reviews the evaluation took no part in it (ISO/IEC 17065, 7.5). */
const asRapporteur: readonly Part[] = [...applicant, ...evaluation, 'asked', ...decision, 'judged'];
/** Who decides did nothing on the file before (ISO/IEC 17065, 7.6). */
const asDecider: readonly Part[] = [
  ...applicant,
  'screened',
  'turnedAway',
  ...staffing,
  ...evaluation,
  'asked',
  'recommended',
  'judged',
  'kept',
  ...handling,
];
/** Who judges an appeal did nothing on the file before, and formed no panel for it (ISO/IEC 17065, 7.13). */
const asPanelist: readonly Part[] = [...but(asDecider, 'judged'), 'voted', 'decided'];
/** A finding is judged by who scored it, or by an officer who had nothing to say on its file. */
const asFindingJudge: readonly Part[] = [...applicant, 'earlier', 'recommended', ...decision, 'judged'];
/** A label is kept by officers outside the evaluation; who advised or decided it may follow it. */
const asKeeper: readonly Part[] = [...applicant, ...evaluation, 'judged'];
/**
 * A complaint is handled by someone without a part in the certification of its label (ISO/IEC 17065, 7.13.5): messages, responsibility,
 * announcing what others decided and an earlier complaint are none.
 */
const asComplaintHandler: readonly Part[] = but(parts, 'wrote', 'owned', 'announced', 'handledComplaint');
/** Whoever handles it may meanwhile do with the label what it calls for, and answers it all the same. */
const asItsHandler: readonly Part[] = but(asComplaintHandler, 'kept');
/** For the applicant, by the service itself, or of one's own will: no part stands against it. */
const anyone: readonly Part[] = [];

/**
 * The separation of duties (docs/design/workflow.md#invariants): for each act, the parts on the same file that refuse it. An event
 * without a line does not compile.
 */
const incompatible: Readonly<Record<Act, readonly Part[]>> = {
  'application.submit': anyone,
  'application.answer': anyone,
  'application.submitCorrection': anyone,
  'application.sign': anyone,
  'application.lodgeAppeal': anyone,
  'application.withdraw': anyone,
  'application.deadlinePassed': anyone,
  'application.labelEnded': anyone,
  'application.accept': asOfficer,
  'application.declareIneligible': asOfficer,
  // The rapporteur's act as well, on a file that came back to them.
  'application.requestInformation': but(asOfficer, 'recommended'),
  'application.invite': asOfficer,
  'application.staff': asOfficer,
  'application.releaseReviewer': asOfficer,
  'application.conflictFound': asOfficer,
  'application.deliverReview': asReviewer,
  'application.acceptCorrection': asFindingJudge,
  'application.rejectCorrection': asFindingJudge,
  'application.moderate': asModerator,
  'application.returnToEvaluation': asRapporteur,
  'application.recommend': asRapporteur,
  'application.recordVisit': but(asFindingJudge, 'recommended'),
  'application.decide': asDecider,
  'application.defer': asDecider,
  'application.announce': asOfficer,
  'application.dismissAppeal': asPanelist,
  'application.upholdAppeal': asPanelist,

  'review.accept': asReviewer,
  'review.decline': anyone,
  'review.score': asReviewer,
  // Who settles two reviews delivers that, too.
  'review.deliver': but(asReviewer, 'moderated'),
  'review.release': asOfficer,
  'review.conflictFound': asOfficer,
  'review.deadlinePassed': anyone,
  'review.fileClosed': anyone,

  'finding.proposeAction': anyone,
  'finding.submitProof': anyone,
  'finding.acceptAction': asFindingJudge,
  'finding.returnAction': asFindingJudge,
  'finding.close': asFindingJudge,
  'finding.returnProof': asFindingJudge,
  'finding.extend': asOfficer,
  'finding.carryOver': anyone,
  'finding.drop': anyone,
  'finding.deadlinePassed': anyone,

  'session.putOnAgenda': asKeeper,
  'session.takeChair': asDecider,
  'session.recuse': asDecider,
  'session.vote': asDecider,
  'session.conclude': asDecider,

  'appeal.admit': asPanelist,
  'appeal.findInadmissible': asPanelist,
  'appeal.formPanel': but(asOfficer, 'judged'),
  'appeal.conflictFound': asOfficer,
  'appeal.vote': asPanelist,
  'appeal.askStay': asPanelist,
  'appeal.askToLiftStay': asPanelist,
  'appeal.grantUrgentStay': asPanelist,
  'appeal.deadlinePassed': anyone,
  'appeal.uphold': asPanelist,
  'appeal.partlyUphold': asPanelist,
  'appeal.dismiss': asPanelist,

  'complaint.acknowledge': anyone,
  'complaint.take': asComplaintHandler,
  'complaint.nameOutsider': anyone,
  'complaint.note': asItsHandler,
  'complaint.askHolder': asItsHandler,
  'complaint.giveStatement': anyone,
  'complaint.resolve': asItsHandler,
  'complaint.contest': anyone,
  'complaint.deadlinePassed': anyone,

  // A need belongs to no file.
  'need.edit': anyone,
  'need.answer': anyone,
  'need.close': anyone,
  'need.withdraw': anyone,
  'need.deadlinePassed': anyone,
  'need.remove': anyone,

  'label.issued': anyone,
  'label.proposeSuspension': asKeeper,
  'label.answerHearing': anyone,
  'label.extendHearing': asKeeper,
  'label.extendRepair': asKeeper,
  'label.recordCall': asKeeper,
  'label.dropProposal': asKeeper,
  'label.suspend': asKeeper,
  'label.confirmSuspension': asKeeper,
  'label.restore': asKeeper,
  'label.proposeWithdrawal': asKeeper,
  'label.withdrawLabel': asDecider,
  'label.keepLabel': asDecider,
  'label.deferWithdrawal': asDecider,
  'label.giveNotice': anyone,
  'label.takeBackNotice': anyone,
  'label.noticeEnded': anyone,
  'label.recordNotice': asKeeper,
  'label.confirmNotice': asKeeper,
  'label.objectToNotice': anyone,
  'label.dropNotice': asKeeper,
  'label.reviseScope': asKeeper,
  'label.extendScope': anyone,
  'label.reissue': asKeeper,
  'label.takeDownOffer': asKeeper,
  'label.takeWebsite': asKeeper,
  'label.startReconsideration': asKeeper,
  'label.periodEnded': anyone,
  'label.prolong': anyone,
  'label.renew': asKeeper,
  'label.renewalRefused': asKeeper,
  'label.graceEnded': asKeeper,
  'label.deadlinePassed': anyone,
  'label.setStanding': asKeeper,
  'label.lodgeAppeal': anyone,
  'label.grantStay': asPanelist,
  'label.liftStay': asPanelist,
  'label.upholdAppeal': asPanelist,

  'condition.submitProof': anyone,
  'condition.recordCall': asKeeper,
  'condition.confirm': asKeeper,
  'condition.reject': asKeeper,
  'condition.extend': asKeeper,
  'condition.drop': anyone,
  'condition.deadlinePassed': anyone,

  'surveillance.declare': anyone,
  'surveillance.recordCheck': asKeeper,
  'surveillance.confirm': asKeeper,
  'surveillance.raiseFindings': asKeeper,
  'surveillance.drop': anyone,
  'surveillance.deadlinePassed': anyone,
  'change.note': asKeeper,
  'change.assess': asKeeper,
  'change.conclude': asKeeper,
  'change.applicationSent': anyone,
  'change.applicationFailed': anyone,
  'change.deadlinePassed': anyone,
  'change.drop': anyone,

  // The office answers for the scheme also where it turned the file away or advised on it; who votes on it is silent.
  'file.write': but(asOfficer, 'recommended', 'turnedAway'),
  // Whose a file or a label is does with it what officers do.
  'casework.ownFile': asOfficer,
  'casework.ownLabel': asKeeper,

  'tie.declare': but(asOfficer, 'organisation', 'tie', 'applied'),

  // A file is met through the part that one holds in it: not on the board by who scores it.
  read: but([...applicant, ...evaluation], 'applied'),
};

/** The parts among those that a person holds on a file which refuse an act on it. */
export function refusingParts(act: Act, held: ReadonlySet<Part>): readonly Part[] {
  return parts.filter((part) => held.has(part) && incompatible[act].includes(part));
}

/** Why the parts that a person holds on a file refuse an act on it, as codes of reasons; empty where none does. */
export function refusedBy(act: Act, held: ReadonlySet<Part>): readonly string[] {
  return refusingParts(act, held).map((part) => reasonOf[part]);
}
