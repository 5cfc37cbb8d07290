import { openToAll } from '../http/securityHeaders.ts';
import type { Web, WebRouter } from '../http/state.ts';

/** The API as OpenAPI 3.1 in the requested language. */
export function apiDocumentRoute(router: WebRouter, { deps }: Web): void {
  router.get('/api/v1/openapi.json', openToAll, async (ctx) => {
    // Of no label: what changes in the register changes nothing here.
    ctx.state.about = [];
    // Read with the first request for it: no other answer needs it.
    const { openApiDocument } = await import('./openapi/document.ts');
    ctx.vary('Accept-Language');
    ctx.body = JSON.stringify(openApiDocument(ctx.words, deps.publicUrl));
    ctx.type = 'json';
  });
}
