import { exchangeFiguresPage as template } from '../../../templates/pages/exchange/figures.ts';
import { exchangeFigures } from '../../commands/exchange/views/exchangeFigures.ts';
import { publishedFigures } from '../../commands/exchange/views/yearFigures.ts';
import { dayOf } from '../../register/day.ts';
import type { WebRouter } from '../http/state.ts';

/** What came of the exchanges, in figures without names. */
export function exchangeFiguresPage(router: WebRouter): void {
  router.get('/needs/figures', async (ctx) => {
    const year = Number(dayOf(ctx.deps.clock.now().toISOString()).slice(0, 4));
    const [figures, published] = await Promise.all([
      exchangeFigures(ctx.deps),
      publishedFigures(ctx.deps, year),
    ]);
    ctx.render(template, { figures, year: published && year });
  });
}
