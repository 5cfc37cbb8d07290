import Router from '@koa/router';
import { apiDocumentRoute } from './api/apiDocument.ts';
import { badgeRoutes } from './api/badges.ts';
import { changesRoute } from './api/changes.ts';
import { issuerRoutes } from './api/issuer.ts';
import { labelRoutes } from './api/labels.ts';
import { lookUpRoute } from './api/lookUp.ts';
import { organisationRoute } from './api/organisations.ts';
import { registerRoute } from './api/register.ts';
import { registerFileRoutes } from './api/registerFiles.ts';
import { securityTxtRoute } from './api/securityTxt.ts';
import { sitemapRoutes } from './api/sitemap.ts';
import { trustBundleRoute } from './api/trustBundle.ts';
import { isItForUsPage } from './application/answers/isItForUs.page.ts';
import { tryRoutes } from './application/answers/tryOut.page.ts';
import { reportPage } from './complaint/report.page.ts';
import { assetRoutes } from './http/assets/assetRoutes.ts';
import type { Assets } from './http/assets/assets.ts';
import { readersLanguage } from './http/language.ts';
import { limitLookups } from './http/limits.ts';
import { publicAnswer } from './http/publicAnswer.ts';
import type { Web, WebRouter, WebState } from './http/state.ts';
import { pageRouter } from './pageRouter.ts';
import { unsubscribeRoutes } from './people/unsubscribe.page.ts';
import { privacyRoutes } from './privacy/privacy.page.ts';
import { registerFeedRoute } from './register/feed.page.ts';
import { labelPage } from './register/label.page.ts';
import { labelFileRoutes } from './register/labelFiles.ts';
import { offerPage } from './register/offer.page.ts';
import { organisationLabelsPage } from './register/organisationLabels.page.ts';
import { registerPlacesPage } from './register/places.page.ts';
import { registerPage } from './register/register.page.ts';
import { apiPage } from './site/api.page.ts';
import { criteriaPages } from './site/criteria.page.ts';
import { homePage } from './site/home.page.ts';
import { plainPages } from './site/plain.page.ts';
import { siteChecksPage } from './site/siteChecks.page.ts';
import { severalPage } from './verify/several.page.ts';
import { verifyPage } from './verify/verify.page.ts';

/** Everything that is the same for all readers and may be kept by caches. */
export function publicRoutes(web: Web, assets: Assets): WebRouter {
  const router = new Router<WebState>();
  router.use(publicAnswer(web.deps.caches.answers));
  assetRoutes(router, assets);
  router.use(limitLookups(web.deps));
  registerRoute(router, web);
  labelRoutes(router, web);
  labelFileRoutes(router, web);
  organisationRoute(router, web);
  badgeRoutes(router, web);
  issuerRoutes(router, web);
  trustBundleRoute(router, web);
  registerFileRoutes(router, web);
  changesRoute(router, web);
  lookUpRoute(router, web);
  securityTxtRoute(router, web);
  sitemapRoutes(router, web);
  apiDocumentRoute(router, web);
  router.get('/', (ctx) => ctx.redirect(`/${readersLanguage(ctx)}`));
  // As certificates print it.
  router.get('/verify', (ctx) => ctx.redirect(`/${readersLanguage(ctx)}/verify`));
  if (web.deps.mode === 'development' && web.deps.mailbox) {
    router.get('/dev/mailbox', (ctx) => ctx.redirect(`/${readersLanguage(ctx)}/dev/mailbox`));
  }

  const pages = pageRouter();
  homePage(pages, web);
  registerPage(pages, web);
  registerFeedRoute(pages, web);
  registerPlacesPage(pages, web);
  labelPage(pages, web);
  offerPage(pages, web);
  organisationLabelsPage(pages, web);
  criteriaPages(pages, web);
  apiPage(pages, web);
  plainPages(pages, web);
  siteChecksPage(pages, web);
  verifyPage(pages, web);
  severalPage(pages, web);
  reportPage(pages, web);
  isItForUsPage(pages, web);
  tryRoutes(pages, web);
  privacyRoutes(pages, web);
  unsubscribeRoutes(pages, web);
  router.use(pages.routes());
  return router;
}
