import { dayPage } from '../../../templates/pages/desk/day.ts';
import { requireVisible } from '../../commands/common/requireVisible.ts';
import { listUnread } from '../../commands/desk/casework/unread.ts';
import { dayCalendar } from '../../commands/desk/day/dayCalendar.ts';
import { readWaiting } from '../../commands/desk/day/readWaiting.ts';
import { schemeId } from '../../profile/schemeFile.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebRouter } from '../http/state.ts';
import { dayCalendarText, workDay } from './day.view.ts';

/** What somebody of the staff begins their day with. */
export function staffDayPage(router: WebRouter): void {
  router.get('/day', async (ctx) => {
    const asker = askerOf(ctx);
    const [{ day, inOrganisations, count }, unread] = await Promise.all([
      readWaiting(ctx.deps, asker),
      listUnread(ctx.deps, asker),
    ]);
    ctx.state.waiting = count;
    ctx.render(
      dayPage,
      workDay({ day: requireVisible(day), inOrganisations, unread }, { person: asker, words: ctx.words }),
    );
  });
  router.get('/day/calendar.ics', async (ctx) => {
    const lines = await dayCalendar(ctx.deps, askerOf(ctx));
    ctx.type = 'text/calendar';
    ctx.attachment(`${schemeId}.ics`);
    ctx.body = dayCalendarText(lines, ctx.deps, ctx.words);
  });
}
