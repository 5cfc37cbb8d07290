import { recentSignIn } from './middleware/recentSignIn.ts';
import { enterSection } from './middleware/sections.ts';
import { pageRouter } from './pageRouter.ts';
import { accountRoutes } from './pages/account.ts';
import { applicantRoutes } from './pages/applicantRoutes.ts';
import { erasurePages } from './pages/erasures.ts';
import { evidenceFile } from './pages/evidenceFile.ts';
import { exportRoutes } from './pages/exports.ts';
import { journalRoutes } from './pages/journal.ts';
import { mailboxPage } from './pages/mailbox.ts';
import { passkeyOfferRoutes } from './pages/passkeyOffer.ts';
import { signInPages } from './pages/signIn.ts';
import { signInLinkRoutes } from './pages/signInLink.ts';
import { signInPasskeyRoutes } from './pages/signInPasskey.ts';
import { signInProviderPage } from './pages/signInProvider.ts';
import { staffRoutes } from './pages/staffRoutes.ts';
import { exportPages } from './pages/transferExport.ts';
import { typedPage } from './pages/typed.ts';
import type { Web, WebRouter } from './state.ts';

/** Pages with a session behind them: signing in, and all that signed-in people do. */
export function privateRoutes(web: Web): WebRouter {
  const router = pageRouter();
  router.use(async (ctx, next) => {
    ctx.set('Cache-Control', 'no-store');
    await next();
  });
  router.use(enterSection(web.deps));
  router.use(recentSignIn(web.deps));
  signInPages(router, web);
  signInLinkRoutes(router, web);
  signInPasskeyRoutes(router, web);
  signInProviderPage(router, web);
  accountRoutes(router, web);
  passkeyOfferRoutes(router, web);
  typedPage(router, web);
  mailboxPage(router, web);
  exportRoutes(router, web);
  erasurePages(router);
  journalRoutes(router);
  applicantRoutes(router);
  exportPages(router, web);
  evidenceFile(router);
  staffRoutes(router);
  return router;
}
