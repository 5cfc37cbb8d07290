import { dayOf } from '../../../register/day.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { listReviews, type ReviewLine } from '../../review/views/listReviews.ts';
import { type DigestLine, stageOf } from './digestLine.ts';

/** What waits for a reviewer: invitations and reviews from the days of reminding on, answers to findings, files to settle. */
export async function reviewerLines(deps: Deps, asker: Asker): Promise<DigestLine[]> {
  const today = dayOf(deps.clock.now().toISOString());
  const { reviewLeads, invitationLeads } = deps.procedure.digest;
  return (await ownReviewLines(deps, asker)).flatMap((line) => {
    if (line.what !== 'digest.what.review' && line.what !== 'digest.what.invitation') return line;
    const leads = line.what === 'digest.what.review' ? reviewLeads : invitationLeads;
    const stage = stageOf(leads, line.dueOn ?? today, today);
    return stage === null ? [] : { ...line, stage };
  });
}

/** The same with every invitation and review, however far its day is. */
export async function ownReviewLines(deps: Deps, asker: Asker): Promise<DigestLine[]> {
  const { reviews, moderations } = await listReviews(deps, asker);
  return [
    ...reviews.flatMap((review) => [...timedLine(review), ...judgedLine(review)]),
    ...moderations.map(({ applicationId, organisation }) => ({
      what: 'digest.what.settle' as const,
      organisation,
      about: '',
      dueOn: null,
      path: `review/moderate/${applicationId}`,
    })),
  ];
}

function timedLine({ stage, dueAt, sequence, organisation, reviewId }: ReviewLine): DigestLine[] {
  const timed = { organisation, about: '', dueOn: dayOf(dueAt), sequence };
  if (stage === 'scoring') return [{ ...timed, what: 'digest.what.review', path: `review/${reviewId}` }];
  if (stage !== 'invitation') return [];
  return [{ ...timed, what: 'digest.what.invitation', path: `review/${reviewId}#accept` }];
}

/** Answers to findings are judged, and a correction is verified, on the same page. */
function judgedLine({ waits, verifies, organisation, reviewId }: ReviewLine): DigestLine[] {
  if (waits === 0 && !verifies) return [];
  const what = verifies ? ('digest.what.correction' as const) : ('digest.what.finding' as const);
  return [{ what, organisation, about: '', dueOn: null, path: `review/${reviewId}/findings` }];
}
