import { meetingsPage as template } from '../../../templates/pages/exchange/meetings.ts';
import { listMeetings } from '../../commands/exchange/views/listMeetings.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebRouter } from '../http/state.ts';
import { drawFlows } from './flows.view.ts';

/** Who could meet whom by sector, for officers who prepare a meeting. */
export function meetingsPage(router: WebRouter): void {
  router.get('/meetings', async (ctx) => {
    const groups = await listMeetings(ctx.deps, askerOf(ctx));
    const { t } = ctx.words;
    const drawing = drawFlows(ctx.words, {
      flows: groups.map(({ seeks, has, meets }) => ({ from: seeks, to: has, value: meets.length })),
      heads: [t('meetings.seeks'), t('meetings.has')],
      title: t('meetings.drawing'),
    });
    ctx.render(template, { groups, drawing });
  });
}
