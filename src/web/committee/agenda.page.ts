import { agendaPage } from '../../../templates/pages/committee/agenda.ts';
import { listAgenda } from '../../commands/committee/views/listAgenda.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebRouter } from '../http/state.ts';
import { staffAgenda } from './agenda.view.ts';

/** The committee's agenda. */
export function staffAgendaPage(router: WebRouter): void {
  router.get('/committee', async (ctx) => {
    ctx.render(agendaPage, staffAgenda(await listAgenda(ctx.deps, askerOf(ctx)), ctx.words));
  });
}
