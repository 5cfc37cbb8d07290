import { exportOrganisation } from '../../commands/privacy/exportOrganisation.ts';
import { exportPerson } from '../../commands/privacy/exportPerson.ts';
import { parse } from '../forms/parse.ts';
import { askerOf } from '../middleware/signedIn.ts';
import { sendExport } from '../sendExport.ts';
import type { Web, WebRouter } from '../state.ts';

/** The buttons that give people what is kept of them, and owners what is kept of their organisation. */
export function exportRoutes(router: WebRouter, { deps }: Web): void {
  router.post('/account/export', async (ctx) => {
    const asker = askerOf(ctx);
    parse({}, ctx.request.body);
    await deps.limits.take('exportsOfPerson', asker.id);
    sendExport(ctx, await exportPerson(ctx.deps, asker));
  });
  router.post('/organisations/:id/export', async (ctx) => {
    const asker = askerOf(ctx);
    parse({}, ctx.request.body);
    await deps.limits.take('exportsOfPerson', asker.id);
    sendExport(ctx, await exportOrganisation(ctx.deps, asker, { organisationId: ctx.params.id ?? '' }));
  });
}
