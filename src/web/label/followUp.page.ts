import { followUpPage as template } from '../../../templates/pages/label/followUp.ts';
import { listFollowUp } from '../../commands/label/views/listFollowUp.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebRouter } from '../http/state.ts';

/** What waits on labels, for officers. */
export function followUpPage(router: WebRouter): void {
  router.get('/follow-up', async (ctx) => {
    ctx.render(template, { lines: await listFollowUp(ctx.deps, askerOf(ctx)) });
  });
}
