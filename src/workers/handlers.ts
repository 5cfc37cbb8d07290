import type { Deps, Job } from '../commands/ports.ts';
import { issueLabel } from './issueLabel.ts';
import { mailDecision } from './mailDecision.ts';
import { mailDraftExpires } from './mailDraftExpires.ts';
import { mailEvaluation } from './mailEvaluation.ts';
import { mailLabel } from './mailLabel.ts';
import { mailOrganisationInvitation } from './mailOrganisationInvitation.ts';
import { mailOwnership } from './mailOwnership.ts';
import { mailReviewInvitation } from './mailReviewInvitation.ts';
import { mailSubmission } from './mailSubmission.ts';
import { recuse } from './recuse.ts';
import { removeFiles } from './removeFiles.ts';

/** Reacts to one record. Idempotent: the same job run twice leaves the same result. */
export type Handler = (deps: Deps, job: Job) => Promise<void>;

/** Every handler by the name that reactions.ts gives it. */
export const handlers: Readonly<Record<string, Handler>> = {
  issueLabel,
  mailDecision,
  mailDraftExpires,
  mailEvaluation,
  mailLabel,
  mailOrganisationInvitation,
  mailOwnership,
  mailReviewInvitation,
  mailSubmission,
  recuse,
  removeFiles,
};
