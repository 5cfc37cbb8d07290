import { agendaPage } from '../../../templates/pages/committee/agenda.ts';
import { listAgenda } from '../../commands/committee/views/listAgenda.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebRouter } from '../http/state.ts';

/** The committee's agenda. */
export function staffAgendaPage(router: WebRouter): void {
  router.get('/committee', async (ctx) => {
    ctx.render(agendaPage, await listAgenda(ctx.deps, askerOf(ctx)));
  });
}
