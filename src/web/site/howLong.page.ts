import { howLongPage as template } from '../../../templates/pages/site/howLong.ts';
import type { Web, WebRouter } from '../http/state.ts';
import { howLongView } from './howLong.view.ts';

/** How long each step of an application may take, and how long it took in the last year. */
export function howLongPage(router: WebRouter, { deps }: Web): void {
  router.get('/how-long', async (ctx) => {
    ctx.render(template, await howLongView(deps));
  });
}
