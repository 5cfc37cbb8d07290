import { hash } from 'node:crypto';
import { requireVisible } from '../../commands/common/requireVisible.ts';
import { readerOfFeed } from '../../commands/people/accounts/calendarFeed.ts';
import type { Web, WebRouter } from '../http/state.ts';

/** How often (seconds) a program is asked to look again. */
const refreshSeconds = 3600;

/** The calendar of a person at its secret address, for programs that cannot sign in; each time as that person may see it then. */
export function calendarFeedRoute(router: WebRouter, { deps, i18n }: Web): void {
  router.get('/calendar/:file', async (ctx) => {
    const [, secret = ''] = /^(.+)\.ics$/.exec(ctx.params.file ?? '') ?? [];
    const reader = requireVisible(await readerOfFeed(deps, secret));
    await deps.limits.take('calendarReadsOfPerson', reader.id);
    // Loaded with the first request for it: most of the desk comes along (bench, row 15).
    const [{ feedCalendar }, { dayCalendarText }] = await Promise.all([
      import('../../commands/desk/day/dayCalendar.ts'),
      import('./day.view.ts'),
    ]);
    const words = i18n[reader.language];
    ctx.set('Cache-Control', 'private, no-cache');
    ctx.set('X-Robots-Tag', 'noindex');
    ctx.set('Content-Language', words.language);
    ctx.type = 'text/calendar';
    const text = dayCalendarText(await feedCalendar(deps, reader), deps, words, { refreshSeconds });
    // When it was written changes nothing of what it says: who has it is told so (304, publicAnswer.ts).
    ctx.etag = hash('sha256', text.replaceAll(/^DTSTAMP:.*$/gm, ''), 'base64url').slice(0, 27);
    ctx.body = text;
  });
}
