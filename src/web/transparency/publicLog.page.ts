import { publicLogPage as template } from '../../../templates/pages/transparency/publicLog.ts';
import { readersLanguage } from '../http/language.ts';
import type { Web, WebRouter } from '../http/state.ts';
import { publicLogView } from './publicLog.view.ts';

/** What the public log is, how it stands, and how anyone checks it. */
export function publicLogPage(router: WebRouter, pages: WebRouter, { deps }: Web): void {
  router.get('/log', (ctx) => ctx.redirect(`/${readersLanguage(ctx)}/log`));
  pages.get('/log', async (ctx) => ctx.render(template, await publicLogView(deps)));
}
