import { mayReadFile } from '../../../policies/file.ts';
import { isOfficer } from '../../../policies/who.ts';
import { dryRun } from '../../common/dryRun.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { type FrozenFile, frozenFile } from '../../file/frozenFile.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { ownReview } from '../evaluation/answerInvitation.ts';
import { acceptCorrection, rejectCorrection } from '../findings/corrections.ts';
import { findingLines } from '../findings/findingLines.ts';

/** The findings of a file for one who scored it, once both reviews are in; before that, and to anyone else, there is no such page. */
export async function viewReviewFindings(deps: Deps, asker: Asker, reviewId: string): Promise<FileFindings> {
  const review = await ownReview(deps, asker, reviewId);
  const file = await frozenFile(deps, review.context.applicationId);
  const { reviewers } = file.application.context;
  requireVisible(reviewers.some((one) => one.reviewId === reviewId && one.delivered));
  return withLines(deps, asker, file);
}

/** The same for an officer of another organisation. */
export async function viewOfficeFindings(deps: Deps, asker: Asker, applicationId: string) {
  const file = await frozenFile(deps, applicationId);
  requireVisible(isOfficer(asker) && mayReadFile(asker, file));
  return withLines(deps, asker, file);
}

export type FileFindings = Awaited<ReturnType<typeof withLines>>;

async function withLines(deps: Deps, asker: Asker, file: FrozenFile) {
  const { application, published, snapshot } = file;
  const { organisation, offers } = snapshot.content;
  const lines = await findingLines(deps, asker, application);
  requireVisible(lines.length > 0);
  const at = { applicationId: application.id, revision: application.revision, reason: '.' };
  const judges = application.context.reviewers.some(({ personId }) => personId === asker.id);
  // What refuses to accept the correction as a whole, or to send it back, for this person now.
  const refusals = async (act: typeof acceptCorrection) =>
    judges ? dryRun(deps, (dry) => act(dry, asker, at)) : ['reviewsThisFile'];
  const blockers = { accept: await refusals(acceptCorrection), reject: await refusals(rejectCorrection) };
  return { application, published, organisation, offers, lines, blockers };
}
