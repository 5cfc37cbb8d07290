import { leavePanels } from '../commands/committee/appeal/formPanel.ts';
import { requireVisible } from '../commands/common/requireVisible.ts';
import { dataOf } from '../commands/items/eventData.ts';
import { endWithRenewal } from '../commands/label/renewal/endExtension.ts';
import type { Job } from '../commands/ports/jobPorts.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { inviteNext as invite } from '../commands/review/assignment/inviteReviewer.ts';
import { closeOpenReviews } from '../commands/review/evaluation/closeOpenReviews.ts';
import { dropFindings as drop } from '../commands/review/findings/followFindings.ts';
import { recusePerson } from '../commands/review/ties/recusePerson.ts';
import { idOf, lineOf } from './job.ts';

/** After a file was decided or ended otherwise: whoever was still asked to review it is free. */
export async function closeReviews(deps: Deps, job: Job): Promise<void> {
  await closeOpenReviews(deps, idOf(job));
}

/** After a file ended, or began anew with other people: nothing that was open of it counts any more. */
export async function dropFindings(deps: Deps, job: Job): Promise<void> {
  const { at, event } = await lineOf(deps, job);
  if (event && 'newEvaluation' in event && !event.newEvaluation) return;
  await drop(deps, { applicationId: idOf(job), endedAt: at });
}

/** After an invitation was declined or lapsed, or a review was taken from someone: the next candidate is asked. */
export async function inviteNext(deps: Deps, job: Job): Promise<void> {
  await invite(deps, idOf(job), job.recordId);
}

/**
 * After a tie was declared or detected, a role, the access or the admission taken: the person leaves the reviews and the panels
 * that they must not do any more. The line stands on the chain of the person or of their profile, both of which have the person's id.
 */
export async function recuse(deps: Deps, job: Job): Promise<void> {
  await recusePerson(deps, idOf(job));
  await leavePanels(deps, idOf(job));
}

/** Takes away the bytes that an erasure or a change names, but for those that other evidence or the register refers to. */
export async function removeFiles(deps: Deps, job: Job): Promise<void> {
  const line = await lineOf(deps, job);
  const { files } = requireVisible(
    dataOf(line, 'application.contentErased') ??
      dataOf(line, 'organisation.erased') ??
      dataOf(line, 'label.offerChanged') ??
      dataOf(line, 'label.offerTakenDown') ??
      dataOf(line, 'complaint.contentErased'),
  );
  const inUse = await deps.store.digestsInUse(files);
  for (const digest of files) if (!inUse.includes(digest)) await deps.files.remove(digest);
}

/** After a renewal ended: a label that held on only for it ends too. */
export async function endExtension(deps: Deps, job: Job): Promise<void> {
  await endWithRenewal(deps, idOf(job));
}
