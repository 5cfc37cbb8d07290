import Router from '@koa/router';
import { LabelError } from '../errors.ts';
import { isLanguage } from '../i18n/i18n.ts';
import type { WebRouter, WebState } from './http/state.ts';

/** A router of pages: every path begins with one of our languages. */
export function pageRouter(): WebRouter {
  const router = new Router<WebState>({ prefix: '/:language' });
  router.param('language', (language, _ctx, next) => {
    if (!isLanguage(language)) throw new LabelError('notFound');
    return next();
  });
  return router;
}
