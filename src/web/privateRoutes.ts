import { applicantRoutes } from './applicantRoutes.ts';
import { evidenceFile } from './application/evidence/evidenceFile.page.ts';
import { exportPages } from './application/transfer/export.page.ts';
import { recentSignIn } from './http/session/recentSignIn.ts';
import { enterSection } from './http/session/sections.ts';
import { countWaiting } from './http/session/waiting.ts';
import type { Web, WebRouter } from './http/state.ts';
import { pageRouter } from './pageRouter.ts';
import { accountRoutes } from './people/account.page.ts';
import { demonstrationPages } from './people/demonstration.page.ts';
import { ownCalendarPage } from './people/ownCalendar.page.ts';
import { passkeyOfferRoutes, signInPasskeyRoutes } from './people/passkeys.page.ts';
import { signInLinkRoutes, signInPages } from './people/signIn.page.ts';
import { signInProviderPage } from './people/signInProvider.page.ts';
import { journalRoutes } from './privacy/journal.page.ts';
import { erasurePages, exportRoutes } from './privacy/ownData.page.ts';
import { clockPage } from './site/clock.page.ts';
import { mailboxPage } from './site/mailbox.page.ts';
import { typedPage } from './site/typed.page.ts';
import { staffRoutes } from './staffRoutes.ts';

/** Pages with a session behind them: signing in, and all that signed-in people do. */
export function privateRoutes(web: Web): WebRouter {
  const router = pageRouter();
  router.use(async (ctx, next) => {
    ctx.set('Cache-Control', 'no-store');
    await next();
  });
  router.use(enterSection(web.deps), recentSignIn(web.deps), countWaiting(web.deps));
  signInPages(router, web);
  signInLinkRoutes(router, web);
  signInPasskeyRoutes(router, web);
  signInProviderPage(router, web);
  accountRoutes(router, web);
  ownCalendarPage(router);
  passkeyOfferRoutes(router);
  typedPage(router, web);
  mailboxPage(router, web);
  clockPage(router, web);
  demonstrationPages(router, web);
  exportRoutes(router);
  erasurePages(router);
  journalRoutes(router);
  applicantRoutes(router, web);
  exportPages(router, web);
  evidenceFile(router);
  staffRoutes(router);
  return router;
}
