import type { Job } from '../commands/ports/jobPorts.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { closeReviews } from './closeReviews.ts';
import { dropFindings } from './dropFindings.ts';
import { endExtension } from './endExtension.ts';
import { inviteNext } from './inviteNext.ts';
import { issueLabel } from './issueLabel.ts';
import { mailAccess, mailRoles } from './letters/mailAccess.ts';
import { mailAnswerDue } from './letters/mailAnswerDue.ts';
import { mailAnswers } from './letters/mailAnswers.ts';
import { mailAppealLodged, mailAppealPanel, mailAppealWaits } from './letters/mailAppeal.ts';
import { mailAppealProgress } from './letters/mailAppealProgress.ts';
import { mailCorrection } from './letters/mailCorrection.ts';
import { mailDecision } from './letters/mailDecision.ts';
import { mailDraftExpires } from './letters/mailDraftExpires.ts';
import { mailEvaluation } from './letters/mailEvaluation.ts';
import { mailFinding } from './letters/mailFinding.ts';
import { mailFindingWaits } from './letters/mailFindingWaits.ts';
import { mailLabel } from './letters/mailLabel.ts';
import { mailLapse } from './letters/mailLapse.ts';
import { mailOrganisationInvitation } from './letters/mailOrganisationInvitation.ts';
import { mailOwnership } from './letters/mailOwnership.ts';
import { mailQuestions } from './letters/mailQuestions.ts';
import { mailReviewInvitation } from './letters/mailReviewInvitation.ts';
import { mailSession } from './letters/mailSession.ts';
import { mailSponsorship } from './letters/mailSponsorship.ts';
import { mailStillShown } from './letters/mailStillShown.ts';
import { mailSubmission } from './letters/mailSubmission.ts';
import { mailWithdrawal } from './letters/mailWithdrawal.ts';
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
