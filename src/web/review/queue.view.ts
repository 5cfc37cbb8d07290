import type { ModerationLine, ReviewLine } from '../../commands/review/views/listReviews.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { dueDay } from '../views/staffWords.view.ts';

interface QueueLine {
  readonly href: string;
  readonly organisation: string;
  readonly number: string;
  readonly line: string;
  readonly progress: { readonly value: number; readonly max: number; readonly label: string } | null;
}

/** A reviewer's queue, in the order in which something is asked of them. */
export interface StaffQueue {
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    readonly lines: readonly QueueLine[];
  }[];
  readonly lead: string;
}

const stages = ['invitation', 'scoring', 'waiting', 'delivered'] as const;

/** The queue by what is to be done; a group without a line is left out. */
export function staffQueue(
  {
    reviews,
    moderations,
  }: { readonly reviews: readonly ReviewLine[]; readonly moderations: readonly ModerationLine[] },
  words: Translator,
): StaffQueue {
  const todo = reviews.filter(({ stage }) => stage === 'invitation' || stage === 'scoring').length;
  const group = (id: (typeof stages)[number] | 'moderation' | 'findings', lines: QueueLine[]) => ({
    id,
    title: words.t(`staff.queue.${id}.title`, { count: lines.length }),
    lines,
  });
  const waits = reviews.filter(isWaiting);
  const own = stages.map((stage) =>
    group(
      stage,
      reviews
        .filter((review) => review.stage === stage && !isWaiting(review))
        .map((review) => reviewLine(review, stage, words)),
    ),
  );
  const settling = group(
    'moderation',
    moderations.map((line) => moderationLine(line, words)),
  );
  const judging = group(
    'findings',
    waits.map((line) => findingsLine(line, words)),
  );
  return {
    lead: words.t('staff.queue.lead', { count: todo + moderations.length + waits.length }),
    groups: [...own.slice(0, 2), judging, settling, ...own.slice(2)].filter(({ lines }) => lines.length > 0),
  };
}

function isWaiting({ waits, verifies }: ReviewLine): boolean {
  return verifies || waits > 0;
}

function findingsLine(
  { reviewId, organisation, applicationId, waits, verifies }: ReviewLine,
  words: Translator,
): QueueLine {
  return {
    href: `/${words.language}/review/${reviewId}/findings`,
    organisation,
    number: applicationId,
    line: verifies ? words.t('findings.staff.verify') : words.t('findings.staff.queue', { count: waits }),
    progress: null,
  };
}

function reviewLine(review: ReviewLine, stage: (typeof stages)[number], words: Translator): QueueLine {
  const { scored, criteria, moderates } = review;
  return {
    href: `/${words.language}/review/${review.reviewId}`,
    organisation: review.organisation,
    number: review.applicationId,
    line: words.t(moderates ? 'staff.queue.moderation.invited' : `staff.queue.${stage}.line`, {
      due: dueDay(review.dueAt, words),
    }),
    progress:
      stage === 'scoring'
        ? {
            value: scored,
            max: criteria,
            label: words.t('staff.progress', { count: scored, total: criteria }),
          }
        : null,
  };
}

function moderationLine({ applicationId, organisation }: ModerationLine, words: Translator): QueueLine {
  return {
    href: `/${words.language}/review/moderate/${applicationId}`,
    organisation,
    number: applicationId,
    line: words.t('staff.queue.moderation.line'),
    progress: null,
  };
}
