import { registerFeedPage } from '../../../templates/pages/register/registerFeed.ts';
import { addDays, dayOf } from '../../register/day.ts';
import { licensed } from '../http/licensed.ts';
import { openToAll } from '../http/securityHeaders.ts';
import type { Web, WebRouter } from '../http/state.ts';
import { registerFeed } from './feed.view.ts';

/** Labels that are looked through: what changes faster is followed by program (api/changes.ts). */
const lookedThrough = 200;
/** Days after which a change of a status is no news, even where something else of its label changes. */
const news = 90;

/** The latest changes of statuses for readers of feeds (RFC 4287). */
export function registerFeedRoute(router: WebRouter, { deps }: Web): void {
  router.get('/register/changes.atom', openToAll, licensed, async (ctx) => {
    const since = addDays(dayOf(deps.clock.now().toISOString()), -news);
    const entries = await deps.store.entries(lookedThrough);
    ctx.render(registerFeedPage, registerFeed(entries, since, ctx.words));
    ctx.type = 'application/atom+xml; charset=utf-8';
  });
}
