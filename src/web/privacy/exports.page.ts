import { exportOrganisation } from '../../commands/privacy/views/exportOrganisation.ts';
import { exportPerson } from '../../commands/privacy/views/exportPerson.ts';
import { parse } from '../forms/parse.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { Web, WebRouter } from '../http/state.ts';
import { sendExport } from '../papers/sendExport.ts';

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
