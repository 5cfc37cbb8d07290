import { mayDeliberate, mayModerate, mayReadFile } from '../../../policies/file.ts';
import { isReviewer } from '../../../policies/who.ts';
import { reviewStage } from '../../file/reviewStage.ts';
import type { Application, Review } from '../../items/items.ts';
import type { Asker } from '../../ports/ports.ts';

/** Whether someone of the staff works on the submitted application, and so may read its files. */
export function mayReadEvidence(asker: Asker, application: Application, reviews: readonly Review[]): boolean {
  const file = { application, reviews };
  return (
    mayReadFile(asker, file) ||
    mayDeliberate(asker, file) ||
    (application.state === 'moderation' && mayModerate(asker, file)) ||
    (isReviewer(asker) && reviews.some((review) => isOnDesk(review, asker, application)))
  );
}

function isOnDesk(review: Review, asker: Asker, application: Application): boolean {
  const stage = reviewStage(review, application);
  return review.context.personId === asker.id && (stage === 'scoring' || stage === 'delivered');
}
