import type { ReviewStage } from '../../commands/file/reviewStage.ts';
import type { listReviews, ReviewLine } from '../../commands/review/views/listReviews.ts';

import { aboutLabel } from '../../i18n/aboutLabel.ts';
import type { Translator } from '../../i18n/i18n.ts';

/** In the order of urgency for a reviewer. */
const groups = ['invitation', 'scoring', 'findings', 'moderation', 'waiting', 'delivered'] as const;

export type StaffQueue = ReturnType<typeof staffQueue>;

/** A reviewer's queue by what is to be done; a group without a line is left out. */
export function staffQueue(
  { reviews, moderations }: Awaited<ReturnType<typeof listReviews>>,
  words: Translator,
) {
  const asked = reviews.filter(({ stage }) => stage === 'invitation' || stage === 'scoring');
  return {
    todo: asked.length + moderations.length + reviews.filter(isWaiting).length,
    groups: groups
      .map((id) =>
        id === 'moderation'
          ? { id, lines: moderations.map((line) => ({ ...line, about: aboutLabel(line, words) })) }
          : {
              id,
              lines: reviews
                .filter((review) => groupOf(review) === id)
                .map((line) => ({ ...line, about: aboutLabel(line, words) })),
            },
      )
      .filter(({ lines }) => lines.length > 0),
  };
}

function isWaiting({ waits, verifies }: ReviewLine): boolean {
  return verifies || waits > 0;
}

function groupOf(review: ReviewLine): ReviewStage | 'findings' {
  return isWaiting(review) ? 'findings' : review.stage;
}
