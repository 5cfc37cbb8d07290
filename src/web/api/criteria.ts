import { requireVisible } from '../../commands/common/requireVisible.ts';
import { readersLanguage } from '../http/language.ts';
import { openToAll } from '../http/securityHeaders.ts';
import type { Web, WebRouter } from '../http/state.ts';
import { answerVocabulary } from '../register/vocabulary/answerVocabulary.ts';

/**
 * The addresses of criteria that credentials name: to programs JSON-LD, to people the page in their language; and the rules as the bytes
 * whose digest snapshots and the public log name.
 */
export function criteriaRoutes(router: WebRouter, { deps }: Web): void {
  router.get('/criteria/:version/rules', openToAll, (ctx) => {
    const published = requireVisible(deps.schemes.get(ctx.params.version ?? ''));
    ctx.attachment(`criteria-${published.scheme.version}.txt`);
    ctx.type = 'text/plain; charset=utf-8';
    ctx.body = published.rules;
  });
  for (const path of [
    '/criteria/:version',
    '/criteria/:version/themes/:theme',
    '/criteria/:version/:criterion',
  ]) {
    router.get(path, openToAll, async (ctx) => {
      if (await answerVocabulary(ctx, deps)) return;
      ctx.redirect(`/${readersLanguage(ctx)}${ctx.path}${ctx.search}`);
    });
  }
}
