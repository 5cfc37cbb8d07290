import type { ReviewStage } from '../../commands/file/reviewStage.ts';
import type { listReviews, ReviewLine } from '../../commands/review/views/listReviews.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { dueDay } from '../views/staffWords.view.ts';

/** In the order in which something is asked of a reviewer. */
const groups = ['invitation', 'scoring', 'findings', 'moderation', 'waiting', 'delivered'] as const;
type Group = Exclude<(typeof groups)[number], 'moderation'>;

export type StaffQueue = ReturnType<typeof staffQueue>;

/** A reviewer's queue by what is to be done; a group without a line is left out. */
export function staffQueue(
  { reviews, moderations }: Awaited<ReturnType<typeof listReviews>>,
  words: Translator,
) {
  const asked = reviews.filter(({ stage }) => stage === 'invitation' || stage === 'scoring');
  const settling = moderations.map(({ applicationId, organisation }) => ({
    href: `/${words.language}/review/moderate/${applicationId}`,
    organisation,
    number: applicationId,
    line: words.t('staff.queue.moderation.line'),
    progress: null,
  }));
  const linesOf = (group: Group) =>
    reviews.filter((review) => groupOf(review) === group).map((review) => reviewLine(review, group, words));
  return {
    todo: asked.length + moderations.length + reviews.filter(isWaiting).length,
    groups: groups
      .map((id) => ({ id, lines: id === 'moderation' ? settling : linesOf(id) }))
      .filter(({ lines }) => lines.length > 0),
  };
}

function isWaiting({ waits, verifies }: ReviewLine): boolean {
  return verifies || waits > 0;
}

function groupOf(review: ReviewLine): ReviewStage | 'findings' {
  return isWaiting(review) ? 'findings' : review.stage;
}

function reviewLine(review: ReviewLine, group: Group, words: Translator) {
  const { reviewId, organisation, applicationId, scored, criteria } = review;
  const label = words.t('staff.progress', { count: scored, total: criteria });
  return {
    href: `/${words.language}/review/${reviewId}${group === 'findings' ? '/findings' : ''}`,
    organisation,
    number: applicationId,
    line: lineOf(review, group, words),
    progress: group === 'scoring' ? { value: scored, max: criteria, label } : null,
  };
}

function lineOf({ verifies, waits, moderates, dueAt }: ReviewLine, group: Group, words: Translator): string {
  if (group === 'findings')
    return verifies ? words.t('findings.staff.verify') : words.t('findings.staff.queue', { count: waits });
  const due = dueDay(dueAt, words);
  return words.t(moderates ? 'staff.queue.moderation.invited' : `staff.queue.${group}.line`, { due });
}
