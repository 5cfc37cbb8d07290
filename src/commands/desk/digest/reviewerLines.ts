import { dayOf } from '../../../register/day.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { listReviews, type ReviewLine } from '../../review/views/listReviews.ts';
import { type DigestLine, stageOf } from './digestLine.ts';

/** What waits for a reviewer: invitations and reviews from the days of reminding on, answers to findings, files to settle. */
export async function reviewerLines(deps: Deps, asker: Asker): Promise<DigestLine[]> {
  const { reviews, moderations } = await listReviews(deps, asker);
  const today = dayOf(deps.clock.now().toISOString());
  return [
    ...reviews.flatMap((review) => [...timedLine(deps, review, today), ...judgedLine(review)]),
    ...moderations.map(({ applicationId, organisation }) => ({
      what: 'digest.what.settle' as const,
      about: organisation,
      dueOn: null,
      path: `review/moderate/${applicationId}`,
    })),
  ];
}

function timedLine({ procedure }: Deps, review: ReviewLine, today: string): DigestLine[] {
  const { stage: at, dueAt, organisation, reviewId } = review;
  if (at !== 'invitation' && at !== 'scoring') return [];
  const leads = procedure.digest[at === 'scoring' ? 'reviewLeads' : 'invitationLeads'];
  const stage = stageOf(leads, dueAt, today);
  if (stage === null) return [];
  const what = at === 'scoring' ? ('digest.what.review' as const) : ('digest.what.invitation' as const);
  return [{ what, about: organisation, dueOn: dayOf(dueAt), path: `review/${reviewId}`, stage }];
}

/** Answers to findings are judged, and a correction is verified, on the same page. */
function judgedLine({ waits, verifies, organisation, reviewId }: ReviewLine): DigestLine[] {
  if (waits === 0 && !verifies) return [];
  const what = verifies ? ('digest.what.correction' as const) : ('digest.what.finding' as const);
  return [{ what, about: organisation, dueOn: null, path: `review/${reviewId}/findings` }];
}
