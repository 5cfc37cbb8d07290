import { requireVisible } from '../../commands/common/requireVisible.ts';
import { reviewStage } from '../../commands/file/reviewStage.ts';
import type { Job } from '../../commands/ports/jobPorts.ts';
import type { Deps } from '../../commands/ports/ports.ts';
import { isModeration } from '../../policies/reviewTask.ts';
import { dayOf } from '../../register/day.ts';
import { fileOf } from './fileOf.ts';
import { sendLetters } from './sendLetters.ts';

/** Asks the invited person to review a file, or to settle two reviews of it, unless that has been settled meanwhile. */
export async function mailReviewInvitation(deps: Deps, job: Job): Promise<void> {
  const review = requireVisible(await deps.store.review(job.stream.slice('reviews/'.length)));
  const { application, organisation } = await fileOf(deps, `applications/${review.context.applicationId}`);
  if (reviewStage(review, application) !== 'invitation') return;
  const invited = requireVisible(await deps.store.person(review.context.personId));
  await sendLetters(deps, job, {
    kind: isModeration(review) ? 'moderationInvitation' : 'reviewInvitation',
    organisationId: organisation.id,
    people: [invited],
    params: ({ language }) => ({
      organisation: organisation.name,
      dueAt: dayOf(review.context.dueAt),
      link: `${deps.publicUrl}/${language}/review/${review.id}`,
    }),
  });
}
