import { privacyPage } from '../../../templates/pages/privacy/privacy.ts';
import type { Web, WebRouter } from '../http/state.ts';

/** What is kept of whom, why and for how long, for everyone to read. */
export function privacyRoutes(router: WebRouter, { deps }: Web): void {
  router.get('/privacy', (ctx) => ctx.render(privacyPage, deps.dataMap));
}
