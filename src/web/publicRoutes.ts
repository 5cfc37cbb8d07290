import Router from '@koa/router';
import { apiDocumentRoute } from './api/apiDocument.ts';
import { badgeRoutes } from './api/badges.ts';
import { certificateRoutes } from './api/certificates.ts';
import { changesRoute } from './api/changes.ts';
import { issuerRoutes } from './api/issuer.ts';
import { labelFileRoutes } from './api/labelFiles.ts';
import { labelRoutes } from './api/labels.ts';
import { lookUpRoute } from './api/lookUp.ts';
import { organisationRoute } from './api/organisations.ts';
import { registerRoute } from './api/register.ts';
import { registerFileRoutes } from './api/registerFiles.ts';
import { securityTxtRoute } from './api/securityTxt.ts';
import { sitemapRoutes } from './api/sitemap.ts';
import { trustBundleRoute } from './api/trustBundle.ts';
import { assetRoutes } from './assetRoutes.ts';
import type { Assets } from './assets.ts';
import { readersLanguage } from './middleware/language.ts';
import { limitLookups } from './middleware/limits.ts';
import { publicAnswer } from './middleware/publicAnswer.ts';
import { pageRouter } from './pageRouter.ts';
import { apiPage } from './pages/api.ts';
import { criteriaPages } from './pages/criteria.ts';
import { homePage } from './pages/home.ts';
import { isItForUsPage } from './pages/isItForUs.ts';
import { labelPage } from './pages/label.ts';
import { offerPage } from './pages/offer.ts';
import { organisationLabelsPage } from './pages/organisationLabels.ts';
import { plainPages } from './pages/plain.ts';
import { privacyRoutes } from './pages/privacy.ts';
import { registerPage } from './pages/register.ts';
import { registerFeedRoute } from './pages/registerFeed.ts';
import { registerPlacesPage } from './pages/registerPlaces.ts';
import { reportPage } from './pages/report.ts';
import { severalPage } from './pages/several.ts';
import { tryRoutes } from './pages/tryOut.ts';
import { unsubscribeRoutes } from './pages/unsubscribe.ts';
import { verifyPage } from './pages/verify.ts';
import type { Web, WebRouter, WebState } from './state.ts';

/** Everything that is the same for all readers and may be kept by caches. */
export function publicRoutes(web: Web, assets: Assets): WebRouter {
  const router = new Router<WebState>();
  router.use(publicAnswer(web.deps.kept.answers));
  assetRoutes(router, assets);
  router.use(limitLookups(web.deps));
  registerRoute(router, web);
  labelRoutes(router, web);
  labelFileRoutes(router, web);
  organisationRoute(router, web);
  badgeRoutes(router, web);
  certificateRoutes(router, web);
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
