import { siteChecksPage as template } from '../../../templates/pages/site/siteChecks.ts';
import { viewSiteChecks } from '../../commands/label/views/viewSiteChecks.ts';
import type { Web, WebRouter } from '../http/state.ts';

/** How labels are drawn for a site check, with all that computes the draws of the last years again. */
export function siteChecksPage(router: WebRouter, { deps }: Web): void {
  router.get('/site-checks', async (ctx) => ctx.render(template, await viewSiteChecks(deps)));
}
