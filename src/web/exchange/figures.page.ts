import { exchangeFiguresPage as template } from '../../../templates/pages/exchange/figures.ts';
import { exchangeFigures } from '../../commands/exchange/views/exchangeFigures.ts';
import type { WebRouter } from '../http/state.ts';

/** What came of the exchanges, in figures without names. */
export function exchangeFiguresPage(router: WebRouter): void {
  router.get('/needs/figures', async (ctx) => ctx.render(template, await exchangeFigures(ctx.deps)));
}
