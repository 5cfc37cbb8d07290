import { type ApplicantFile, viewApplication } from '../../../commands/application/views/viewApplication.ts';
import { LabelError } from '../../../errors.ts';
import { isOver } from '../../../policies/stages.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebContext } from '../../http/state.ts';

/** The application of the path, as its people may see it; a file of others is not found. */
export function loadFile(ctx: WebContext): Promise<ApplicantFile> {
  return viewApplication(ctx.deps, askerOf(ctx), { applicationId: ctx.params.id ?? '' });
}

/** Answers change the working copy until the application is over; what was sent is frozen beside it. */
export function requireTakesAnswers({ application }: ApplicantFile): void {
  if (isOver(application)) throw new LabelError('refused', { reasons: ['applicationOver'] });
}
