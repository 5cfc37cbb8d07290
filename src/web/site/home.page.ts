import { homePage as page } from '../../../templates/pages/site/home.ts';
import { openScheme } from '../../commands/common/schemeOf.ts';
import { newestLabels } from '../../commands/register/readLabels.ts';
import type { Web, WebRouter } from '../http/state.ts';
import { homeView } from './home.view.ts';

/** How many of the newest labels the home page shows. */
const shown = 6;

/** The front door: what the label is, one search box, who got it last. */
export function homePage(router: WebRouter, { deps }: Web): void {
  router.get('/', async (ctx) => {
    const entries = await newestLabels(deps, shown);
    const { scheme } = openScheme(deps);
    ctx.render(page, homeView({ entries, scheme }, ctx.words));
  });
}
