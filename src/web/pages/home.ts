import { schemeOf } from '../../commands/schemeOf.ts';
import { dayOf } from '../../register/day.ts';
import { statusToday } from '../../register/publicStatus.ts';
import { homeView } from '../presenters/home.ts';
import type { Web, WebRouter } from '../state.ts';

/** How many of the newest labels the home page shows. */
const shown = 6;

/** The front door: what the label is, one search box, who got it last. */
export function homePage(router: WebRouter, { deps }: Web): void {
  router.get('/', async (ctx) => {
    const today = dayOf(deps.clock.now().toISOString());
    const entries = await deps.store.entries(4 * shown);
    const valid = entries.filter((entry) => statusToday(entry, today).valid).slice(0, shown);
    const { scheme } = schemeOf(deps, deps.openVersion);
    ctx.render('home', homeView({ entries: valid, scheme }, ctx.words));
  });
}
