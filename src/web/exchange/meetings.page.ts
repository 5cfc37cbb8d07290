import { meetingsPage as template } from '../../../templates/pages/exchange/meetings.ts';
import { listMeetings } from '../../commands/exchange/views/listMeetings.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebRouter } from '../http/state.ts';

/** Who could meet whom by sector, for officers who prepare a meeting. */
export function meetingsPage(router: WebRouter): void {
  router.get('/meetings', async (ctx) =>
    ctx.render(template, { groups: await listMeetings(ctx.deps, askerOf(ctx)) }),
  );
}
