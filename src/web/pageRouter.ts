import Router, { type RouterMiddleware } from '@koa/router';
import { retryOnConflict } from '../commands/common/retryOnConflict.ts';
import { LabelError } from '../errors.ts';
import { isLanguage } from '../i18n/i18n.ts';
import type { WebRouter, WebState } from './http/state.ts';

/**
 * A router of pages: every path begins with one of our languages. A page tries the acts that it offers on what it read; it is read again
 * when somebody else's commit comes between the two, because a reader has nothing to save that could conflict.
 */
export function pageRouter(): WebRouter {
  const router: WebRouter = new Router<WebState>({ prefix: '/:language' });
  router.param('language', (language, _ctx, next) => {
    if (!isLanguage(language)) throw new LabelError('notFound');
    return next();
  });
  const get = router.get.bind(router) as (path: string, ...handlers: Handler[]) => WebRouter;
  router.get = ((path: string, ...handlers: Handler[]) =>
    get(
      path,
      ...handlers.slice(0, -1),
      ...handlers.slice(-1).map(
        (show): Handler =>
          (ctx, next) =>
            retryOnConflict(async () => show(ctx, next)),
      ),
    )) as WebRouter['get'];
  return router;
}

type Handler = RouterMiddleware<WebState>;
