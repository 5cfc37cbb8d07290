import type { Fact } from '../workflow/facts.ts';

/** Who reacts to what: names of handlers (handlers.ts). A name is part of a job's id and never changes its meaning. */
const reactions: Partial<Record<Fact, readonly string[]>> = {
  'application.submitted': ['mailSubmission'],
  'application.informationRequested': ['mailQuestions'],
  'application.answerDueSoon': ['mailAnswerDue'],
  'application.answered': ['mailAnswers'],
  'application.lapsed': ['mailLapse', 'endExtension'],
  'application.withdrawn': ['mailWithdrawal', 'endExtension'],
  'application.closed': ['endExtension'],
  'application.declaredIneligible': ['mailDecision'],
  'application.evaluated': ['mailEvaluation'],
  'application.granted': ['mailDecision'],
  'application.refused': ['mailDecision'],
  'application.draftExpiring': ['mailDraftExpires'],
  'application.contentErased': ['removeFiles'],
  'organisation.erased': ['removeFiles'],
  'review.invited': ['mailReviewInvitation'],
  'review.declined': ['inviteNext'],
  'review.expired': ['inviteNext'],
  'review.voided': ['inviteNext'],
  'review.released': ['inviteNext'],
  'organisation.memberInvited': ['mailOrganisationInvitation'],
  'organisation.ownershipTransferred': ['mailOwnership'],
  'appeal.lodged': ['mailAppealLodged'],
  'appeal.admitted': ['mailAppealProgress', 'mailAppealWaits'],
  'appeal.inadmissible': ['mailAppealProgress'],
  'appeal.panelFormed': ['mailAppealProgress', 'mailAppealPanel'],
  'appeal.panelDissolved': ['mailAppealProgress', 'mailAppealWaits'],
  'appeal.stayGranted': ['mailAppealProgress'],
  'appeal.stayLifted': ['mailAppealProgress'],
  'appeal.upheld': ['mailAppealProgress'],
  'appeal.partlyUpheld': ['mailAppealProgress'],
  'appeal.dismissed': ['mailAppealProgress'],
  'sponsorship.asked': ['mailSponsorship'],
  'sponsorship.given': ['mailSponsorship'],
  'sponsorship.declined': ['mailSponsorship'],
  'tie.declared': ['recuse'],
  'tie.detected': ['recuse'],
  'person.removed': ['recuse'],
  'person.rolesChanged': ['recuse'],
  'reviewer.suspended': ['recuse'],
  'session.convened': ['mailSession'],
  'session.cancelled': ['mailSession'],
  'label.opened': ['issueLabel'],
  'label.issued': ['mailLabel'],
};

/** Names of the handlers that react to a fact: one job each is written in the commit that makes the fact true. */
export function handlersOf(fact: Fact): readonly string[] {
  return reactions[fact] ?? [];
}
