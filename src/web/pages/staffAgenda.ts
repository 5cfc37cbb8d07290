import { agendaPage } from '../../../templates/pages/committee/agenda.ts';
import { listAgenda } from '../../commands/decision/listAgenda.ts';
import { askerOf } from '../middleware/signedIn.ts';
import { staffAgenda } from '../presenters/staffAgenda.ts';
import type { WebRouter } from '../state.ts';

/** The committee's agenda. */
export function staffAgendaPage(router: WebRouter): void {
  router.get('/committee', async (ctx) => {
    ctx.render(agendaPage, staffAgenda(await listAgenda(ctx.deps, askerOf(ctx)), ctx.words));
  });
}
