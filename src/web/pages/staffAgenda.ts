import { listAgenda } from '../../commands/decision/listAgenda.ts';
import { askerOf } from '../middleware/signedIn.ts';
import { staffAgenda } from '../presenters/staffAgenda.ts';
import type { WebRouter } from '../state.ts';

/** The committee's agenda. */
export function staffAgendaPage(router: WebRouter): void {
  router.get('/committee', async (ctx) => {
    ctx.render('staff/agenda', staffAgenda(await listAgenda(ctx.deps, askerOf(ctx)), ctx.words));
  });
}
