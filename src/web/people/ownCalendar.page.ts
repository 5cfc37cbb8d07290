import { ownCalendarPage as page } from '../../../templates/pages/people/ownCalendar.ts';
import { makeCalendarFeed, revokeCalendarFeed } from '../../commands/people/accounts/calendarFeed.ts';
import { parse } from '../forms/parse.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';

/** Where a person makes, renews and ends the secret address of their calendar. It is shown once, in the answer to the form: it is kept nowhere. */
export function ownCalendarPage(router: WebRouter): void {
  router.get('/account/calendar', (ctx) => show(ctx, null));
  router.post('/account/calendar', async (ctx) => {
    parse({}, ctx.request.body);
    const secret = await makeCalendarFeed(ctx.deps, askerOf(ctx));
    show(ctx, `${ctx.deps.publicUrl}/calendar/${secret}.ics`);
  });
  router.post('/account/calendar/revoke', async (ctx) => {
    parse({}, ctx.request.body);
    await revokeCalendarFeed(ctx.deps, askerOf(ctx));
    ctx.redirect(`/${ctx.words.language}/account/calendar?saved=1`);
    ctx.status = 303;
  });
}

function show(ctx: WebContext, address: string | null): void {
  const { calendarFeed = null, roles } = askerOf(ctx);
  ctx.render(page, {
    address,
    since: address === null ? (calendarFeed?.since ?? null) : null,
    /** Roles count since that did not when the address was made. */
    lacks: calendarFeed !== null && roles.some((role) => !calendarFeed.roles.includes(role)),
    ended: ctx.query.saved !== undefined && calendarFeed === null,
  });
}
