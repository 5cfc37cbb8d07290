import { pageRouter } from './pageRouter.ts';
import { applicantRoutes } from './pages/applicantRoutes.ts';
import { mailboxPage } from './pages/mailbox.ts';
import { signInPages } from './pages/signIn.ts';
import { staffRoutes } from './pages/staffRoutes.ts';
import type { Web, WebRouter } from './state.ts';

/** Pages with a session behind them: signing in, and all that signed-in people do. */
export function privateRoutes(web: Web): WebRouter {
  const router = pageRouter();
  router.use(async (ctx, next) => {
    ctx.set('Cache-Control', 'no-store');
    await next();
  });
  signInPages(router, web);
  mailboxPage(router, web);
  applicantRoutes(router, web);
  staffRoutes(router, web);
  return router;
}
