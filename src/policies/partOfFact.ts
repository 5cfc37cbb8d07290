import type { DomainEvent } from '../workflow/domainEvents.ts';
import type { Part } from './parts.ts';

/** What belongs to no file, or is its applicant's alone; of sessions, the votes are read as they stand. */
type OfNoFile =
  | 'apiKey'
  | 'case'
  | 'changePack'
  | 'conversation'
  | 'evidence'
  | 'figures'
  | 'issuer'
  | 'job'
  | 'journal'
  | 'letter'
  | 'list'
  | 'need'
  | 'organisation'
  | 'person'
  | 'questionnaire'
  | 'retention'
  | 'reviewer'
  | 'selfAssessment'
  | 'session'
  | 'siteChecks'
  | 'sponsorship'
  | 'tie'
  | 'webhook';
/** Facts of anything else: one without a line below does not compile. */
type FileFact = Exclude<DomainEvent, `${OfNoFile}.${string}`>;

/**
 * The part in a file that a person takes by making a fact true; null where it is told elsewhere, or is no part. What a person of
 * the applicant makes true is `applied`, whatever it is: a fact that both sides can make true has no line of its own.
 */
const partOfFact: Readonly<Record<FileFact, Part | null>> = {
  'application.started': 'applied',
  'application.submitted': 'applied',
  'application.informationRequested': 'screened',
  'application.answered': 'applied',
  'application.accepted': 'screened',
  'application.declaredIneligible': 'turnedAway',
  'application.staffed': 'staffed',
  'application.reviewDelivered': 'scored',
  'application.evaluated': null,
  'application.diverged': null,
  'application.moderated': 'moderated',
  'application.correctionAsked': null,
  'application.corrected': 'applied',
  'application.correctionAccepted': 'scored',
  'application.correctionRejected': 'scored',
  'application.returned': 'recommended',
  'application.recommended': 'recommended',
  'application.deferred': 'voted',
  'application.decided': 'decided',
  'application.granted': 'announced',
  'application.refused': 'announced',
  'application.signed': 'applied',
  'application.appealLodged': 'applied',
  'application.appealDismissed': 'judged',
  'application.appealUpheld': 'judged',
  'application.closed': null,
  'application.withdrawn': 'applied',
  'application.lapsed': null,
  'application.reviewVoided': 'staffed',
  'application.reviewerReleased': 'staffed',
  'application.visitRecorded': 'visited',
  'application.draftExpiring': null,
  'application.answerDueSoon': null,
  'application.contentErased': null,
  'application.criteriaAnnounced': null,
  // Whoever asks for it says what is in doubt.
  'application.reconsiderationOpened': 'screened',
  'application.extensionGranted': 'announced',
  'application.labelConfirmed': 'announced',
  'application.labelEnded': null,
  // The person is named by the review itself; who invited them, by the line on the file.
  'review.invited': 'staffed',
  'review.accepted': null,
  'review.declined': null,
  'review.delivered': 'scored',
  'review.scored': 'scored',
  'review.expired': null,
  'review.voided': null,
  'review.released': 'staffed',
  'finding.raised': null,
  'finding.actionProposed': 'applied',
  'finding.actionAccepted': 'checked',
  'finding.actionReturned': 'checked',
  'finding.proofSubmitted': 'applied',
  'finding.proofReturned': 'checked',
  'finding.closed': 'checked',
  'finding.escalated': null,
  'finding.extended': 'checked',
  'finding.carriedOver': null,
  'finding.dropped': null,
  'finding.dueSoon': null,
  'appeal.lodged': 'applied',
  'appeal.admitted': 'judged',
  'appeal.inadmissibilityProposed': 'judged',
  'appeal.inadmissible': 'judged',
  'appeal.panelFormed': 'formedPanel',
  'appeal.panelDissolved': null,
  'appeal.voted': 'judged',
  'appeal.stayAsked': 'judged',
  'appeal.stayLiftAsked': 'judged',
  'appeal.stayGranted': 'judged',
  'appeal.urgentStayGranted': 'judged',
  'appeal.stayConfirmed': 'judged',
  'appeal.stayExpired': null,
  'appeal.stayLifted': 'judged',
  'appeal.upheld': 'judged',
  'appeal.partlyUpheld': 'judged',
  'appeal.dismissed': 'judged',
  'label.opened': null,
  'label.issued': null,
  'label.suspensionProposed': 'kept',
  'label.hearingAnswered': 'applied',
  'label.hearingExtended': 'kept',
  'label.repairExtended': 'kept',
  'label.callRecorded': 'kept',
  'label.proposalDropped': 'kept',
  'label.suspended': 'kept',
  'label.suspensionConfirmed': 'kept',
  'label.suspensionOverdue': null,
  'label.restored': 'kept',
  'label.withdrawalProposed': 'kept',
  'label.withdrawalDeferred': 'voted',
  // Who chaired it; the others by their votes.
  'label.withdrawn': 'decided',
  'label.kept': 'decided',
  'label.noticeGiven': 'applied',
  'label.noticeTakenBack': 'applied',
  'label.noticeRecorded': 'kept',
  'label.noticeConfirmed': 'kept',
  'label.noticeObjected': 'applied',
  'label.noticeDropped': 'kept',
  'label.proceedingsEnded': null,
  'label.terminated': 'kept',
  'label.scopeRevised': 'kept',
  'label.scopeExtended': null,
  'label.reissued': null,
  'label.revisionAsked': null,
  'label.revisionDropped': null,
  'label.extended': null,
  'label.expired': null,
  'label.superseded': null,
  'label.standingSet': 'kept',
  'label.appealLodged': 'applied',
  'label.stayGranted': 'judged',
  'label.stayLifted': 'judged',
  'label.reinstated': 'judged',
  'label.stillShown': null,
  'label.websiteTaken': null,
  'label.registerUpdated': null,
  'label.stampRenewed': null,
  'label.offerChanged': null,
  'label.offerTakenDown': 'kept',
  'label.conformityAdded': null,
  'label.walletTaken': null,
  'label.criteriaAnnounced': null,
  'label.conditionsMoved': null,
  // Of the holder or of an officer.
  'change.notified': null,
  'change.assessed': 'kept',
  'change.concluded': 'kept',
  'change.begun': 'applied',
  'change.applicationSent': null,
  'change.applicationFailed': null,
  'change.overdue': null,
  'change.dropped': null,
  'change.dueSoon': null,
  'condition.opened': null,
  'condition.proofSubmitted': 'applied',
  'condition.callRecorded': 'kept',
  'condition.met': 'kept',
  'condition.rejected': 'kept',
  'condition.unmet': null,
  'condition.extended': 'kept',
  'condition.dueSoon': null,
  'condition.dropped': null,
  'surveillance.opened': null,
  'surveillance.dueSoon': null,
  'surveillance.declared': 'applied',
  'surveillance.checkRecorded': 'kept',
  'surveillance.confirmed': 'kept',
  'surveillance.findingsRaised': 'kept',
  'surveillance.overdue': null,
  'surveillance.dropped': null,
  // Written by either side.
  'correspondence.opened': 'wrote',
  'correspondence.written': 'wrote',
  'correspondence.settled': 'wrote',
  'correspondence.contentErased': null,
  // Whose it became is kept with the casework.
  'casework.handedOver': null,
  'casework.noted': 'wrote',
  'casework.noteChanged': 'wrote',
  'casework.noteRemoved': null,
  'casework.tagsChanged': null,
  'casework.followed': null,
  'casework.unfollowed': null,
  'complaint.received': null,
  'complaint.acknowledged': null,
  'complaint.stranded': null,
  'complaint.outsiderNamed': null,
  'complaint.taken': 'handledComplaint',
  'complaint.noted': 'handledComplaint',
  'complaint.statementAsked': 'handledComplaint',
  'complaint.statementGiven': 'applied',
  'complaint.answered': 'handledComplaint',
  'complaint.contested': null,
  'complaint.closed': null,
  'complaint.dueSoon': null,
  'complaint.overdue': null,
  'complaint.secretRenewed': null,
  'complaint.contentErased': null,
  'label.endsSoon': null,
  'label.prolonged': null,
  'label.extensionEndsSoon': null,
  'label.hearingDueSoon': null,
  'label.repairDueSoon': null,
};

/** The parts that a person took by the facts of one file that they made true. */
export function partsOfFacts(facts: readonly DomainEvent[]): readonly Part[] {
  const lines: Partial<Record<DomainEvent, Part | null>> = partOfFact;
  return [...new Set(facts.flatMap((fact) => lines[fact] ?? []))];
}
