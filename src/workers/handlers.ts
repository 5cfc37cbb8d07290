import type { Job } from '../commands/ports/jobPorts.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { closeReviews } from './closeReviews.ts';
import { dropFindings } from './dropFindings.ts';
import { endExtension } from './endExtension.ts';
import { inviteNext } from './inviteNext.ts';
import { issueLabel } from './issueLabel.ts';
import { mailAccess, mailRoles } from './mailAccess.ts';
import { mailAnswerDue } from './mailAnswerDue.ts';
import { mailAnswers } from './mailAnswers.ts';
import { mailAppealLodged, mailAppealPanel, mailAppealWaits } from './mailAppeal.ts';
import { mailAppealProgress } from './mailAppealProgress.ts';
import { mailCorrection } from './mailCorrection.ts';
import { mailDecision } from './mailDecision.ts';
import { mailDraftExpires } from './mailDraftExpires.ts';
import { mailEvaluation } from './mailEvaluation.ts';
import { mailFinding } from './mailFinding.ts';
import { mailFindingWaits } from './mailFindingWaits.ts';
import { mailLabel } from './mailLabel.ts';
import { mailLapse } from './mailLapse.ts';
import { mailOrganisationInvitation } from './mailOrganisationInvitation.ts';
import { mailOwnership } from './mailOwnership.ts';
import { mailQuestions } from './mailQuestions.ts';
import { mailReviewInvitation } from './mailReviewInvitation.ts';
import { mailSession } from './mailSession.ts';
import { mailSponsorship } from './mailSponsorship.ts';
import { mailStillShown } from './mailStillShown.ts';
import { mailSubmission } from './mailSubmission.ts';
import { mailWithdrawal } from './mailWithdrawal.ts';
import { publishStatus } from './publishStatus.ts';
import { recuse } from './recuse.ts';
import { removeFiles } from './removeFiles.ts';
import { reviseLabel } from './reviseLabel.ts';

/** Reacts to one record. Idempotent: the same job run twice leaves the same result. */
export type Handler = (deps: Deps, job: Job) => Promise<void>;

/** Every handler by the name that reactions.ts gives it. */
export const handlers: Readonly<Record<string, Handler>> = {
  dropFindings,
  closeReviews,
  endExtension,
  inviteNext,
  issueLabel,
  mailAccess,
  mailAnswerDue,
  mailAnswers,
  mailAppealLodged,
  mailAppealPanel,
  mailAppealProgress,
  mailAppealWaits,
  mailCorrection,
  mailDecision,
  mailDraftExpires,
  mailEvaluation,
  mailFinding,
  mailFindingWaits,
  mailLabel,
  mailLapse,
  mailOrganisationInvitation,
  mailOwnership,
  mailQuestions,
  mailReviewInvitation,
  mailRoles,
  mailSession,
  mailSponsorship,
  mailStillShown,
  mailSubmission,
  mailWithdrawal,
  publishStatus,
  recuse,
  removeFiles,
  reviseLabel,
};
