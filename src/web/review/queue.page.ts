import { queuePage } from '../../../templates/pages/review/queue.ts';
import { listReviews } from '../../commands/review/views/listReviews.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebRouter } from '../http/state.ts';
import { staffQueue } from './queue.view.ts';

/** A reviewer's invitations, reviews and moderations. */
export function staffQueuePage(router: WebRouter): void {
  router.get('/review', async (ctx) => {
    ctx.render(queuePage, staffQueue(await listReviews(ctx.deps, askerOf(ctx)), ctx.words));
  });
}
