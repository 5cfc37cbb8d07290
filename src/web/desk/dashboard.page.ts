import { dashboardPage as template } from '../../../templates/pages/desk/dashboard.ts';
import { viewDashboard } from '../../commands/desk/figures/viewDashboard.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebRouter } from '../http/state.ts';
import { dashboardView } from './dashboard.view.ts';

/** How the office does, in figures, for officers and administrators. */
export function dashboardPage(router: WebRouter): void {
  router.get('/dashboard', async (ctx) => {
    const dashboard = await viewDashboard(ctx.deps, askerOf(ctx));
    ctx.render(template, dashboardView(dashboard, ctx.deps.schemes, ctx.words));
  });
}
