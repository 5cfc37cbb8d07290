import { apiPage as page } from '../../../templates/pages/site/api.ts';
import type { Web, WebRouter } from '../http/state.ts';
import { apiPage as view } from './apiPage.view.ts';

/** What programs may ask, for the people who write them. */
export function apiPage(router: WebRouter, { deps }: Web): void {
  router.get('/api', async (ctx) => {
    ctx.state.about = [];
    const { publicUrl, limits } = deps;
    // Read with the first request for it: no other page needs it.
    const { openApiDocument } = await import('../api/openapi/document.ts');
    const document = openApiDocument(ctx.words, publicUrl);
    ctx.render(page, view({ document, rules: limits.rules, publicUrl }, ctx.words));
  });
}
