import { apiPage as page } from '../../../templates/pages/site/api.ts';
import { apiColumnsPage, apiGroupPage, apiSchemaPage } from '../../../templates/pages/site/apiPages.ts';
import { embedPage } from '../../../templates/pages/site/embed.ts';
import { requireVisible } from '../../commands/common/requireVisible.ts';
import type { Web, WebContext, WebRouter } from '../http/state.ts';
import { apiPage as view } from './apiPage.view.ts';

/** What programs may ask, for the people who write them: a page to begin with, one for what other sites show, one a group of questions, one a kind of answer. */
export function apiPages(router: WebRouter, { deps }: Web): void {
  const viewOf = async (ctx: WebContext) => {
    ctx.state.about = [];
    const { publicUrl, limits } = deps;
    // Read with the first request for it: no other page needs it.
    const { openApiDocument } = await import('../api/openapi/document.ts');
    const document = openApiDocument(ctx.words, publicUrl);
    return view({ document, rules: limits.rules, publicUrl }, ctx.words);
  };
  router.get('/api', async (ctx) => ctx.render(page, await viewOf(ctx)));
  router.get('/api/embed', (ctx) => {
    ctx.state.about = [];
    ctx.render(embedPage, {});
  });
  router.get('/api/columns', async (ctx) => ctx.render(apiColumnsPage, await viewOf(ctx)));
  router.get('/api/schemas/:schema', async (ctx) => {
    const { schemas } = await viewOf(ctx);
    ctx.render(apiSchemaPage, requireVisible(schemas.find(({ name }) => name === ctx.params.schema) ?? null));
  });
  router.get('/api/:group', async (ctx) => {
    const { groups } = await viewOf(ctx);
    ctx.render(apiGroupPage, requireVisible(groups.find(({ name }) => name === ctx.params.group) ?? null));
  });
}
