/** What became true, in the past tense, by what it happened to; workers/reactions.ts says who reacts to it. */
export interface Facts {
  application:
    | 'started submitted informationRequested answered accepted declaredIneligible staffed'
    | 'reviewDelivered evaluated diverged moderated correctionAsked corrected correctionAccepted'
    | 'correctionRejected returned recommended deferred decided granted refused signed appealLodged'
    | 'appealDismissed appealUpheld closed withdrawn lapsed reviewVoided reviewerReleased visitRecorded'
    | 'draftExpiring answerDueSoon contentErased criteriaAnnounced reconsiderationOpened'
    | 'extensionGranted labelConfirmed labelEnded';
  review: 'invited accepted declined delivered expired voided released scored';
  finding:
    | 'raised actionProposed actionAccepted actionReturned proofSubmitted proofReturned closed'
    | 'escalated extended carriedOver dropped dueSoon';
  session:
    | 'planned convened excused excuseTakenBack opened attendanceChanged chairTaken recused voted concluded closed'
    | 'minutesDrafted minutesRevised minutesSigned minutesApproved cancelled';
  appeal:
    | 'lodged admitted inadmissibilityProposed inadmissible panelFormed panelDissolved voted stayAsked stayLiftAsked'
    | 'stayGranted urgentStayGranted stayConfirmed stayExpired stayLifted upheld'
    | 'partlyUpheld dismissed';
  label:
    | 'opened issued suspensionProposed hearingAnswered hearingExtended repairExtended callRecorded proposalDropped suspended'
    | 'suspensionConfirmed suspensionOverdue restored withdrawalProposed withdrawalDeferred withdrawn kept noticeGiven noticeTakenBack'
    | 'noticeRecorded noticeConfirmed noticeObjected noticeDropped proceedingsEnded'
    | 'terminated scopeRevised scopeExtended reissued revisionAsked revisionDropped extended expired superseded'
    | 'standingSet appealLodged stayGranted stayLifted reinstated stillShown websiteTaken registerUpdated stampRenewed offerChanged offerTakenDown conformityAdded walletTaken'
    | 'criteriaAnnounced endsSoon prolonged extensionEndsSoon conditionsMoved hearingDueSoon repairDueSoon';
  change: 'notified assessed begun applicationSent applicationFailed concluded overdue dropped dueSoon';
  condition: 'opened proofSubmitted callRecorded met rejected unmet extended dueSoon dropped';
  changePack: 'prepared tried released';
  surveillance: 'opened dueSoon declared checkRecorded confirmed findingsRaised overdue dropped';
  siteChecks: 'drawn';
  issuer: 'keyAdded keyDistrusted';
  organisation:
    | 'registered changed renamed memberInvited invitationWithdrawn memberJoined memberRoleChanged'
    | 'memberLeft ownershipTransferred merged exported erased needsFound messagesWait sponsored';
  person:
    | 'enrolled changed rolesProposed rolesChanged rolesDeclined rolesWithdrawn removed readmitted'
    | 'exported erased signedIn signedOutEverywhere passkeyAdded passkeyRemoved passkeysReset'
    | 'passkeyRefused identityLinked digestDue absenceSet absenceEnded itemsReceived calendarFeedMade'
    | 'calendarFeedRevoked';
  reviewer: 'admitted changed renewed suspended endsSoon';
  tie: 'declared detected ended';
  selfAssessment: 'edited exported';
  sponsorship: 'asked given declined withdrawn';
  evidence: 'added revised described attached detached withdrawn offeredAgain read';
  questionnaire: 'opened closed';
  complaint:
    | 'received acknowledged stranded outsiderNamed taken noted statementAsked statementGiven answered contested closed'
    | 'dueSoon overdue secretRenewed contentErased';
  webhook: 'added changed secretRotated paused resumed replayed testAsked failed removed';
  need: 'published changed answered closed withdrawn expired removed contentErased';
  conversation: 'opened replied outcomeAsked outcomeGiven contentErased';
  correspondence: 'opened written settled contentErased';
  casework: 'handedOver noted noteChanged noteRemoved tagsChanged followed unfollowed';
  apiKey: 'made rotated revoked endsSoon';
  figures: 'published';
  letter: 'resent';
  job: 'retried dropped';
  journal: 'read verified';
  list: 'exported';
  case: 'exported';
  retention: 'carriedOut';
}

type Words<Text extends string> = Text extends `${infer First} ${infer Rest}` ? First | Words<Rest> : Text;

/** What can become true of one kind of thing. */
export type FactOf<About extends keyof Facts> = Words<Facts[About]>;

/** Any of it, as the journal names it: `application.submitted`. */
export type DomainEvent = { [About in keyof Facts]: `${About}.${FactOf<About>}` }[keyof Facts];
