import { queuePage } from '../../../templates/pages/review/queue.ts';
import { listReviews } from '../../commands/evaluation/listReviews.ts';
import { askerOf } from '../middleware/signedIn.ts';
import { staffQueue } from '../presenters/staffQueue.ts';
import type { WebRouter } from '../state.ts';

/** A reviewer's invitations, reviews and moderations. */
export function staffQueuePage(router: WebRouter): void {
  router.get('/review', async (ctx) => {
    ctx.render(queuePage, staffQueue(await listReviews(ctx.deps, askerOf(ctx)), ctx.words));
  });
}
