import { yearFiguresPage as template } from '../../../templates/pages/exchange/yearFigures.ts';
import { printYearReport } from '../../commands/desk/figures/printYearReport.ts';
import { latestFigures, viewYearFigures } from '../../commands/exchange/views/yearFigures.ts';
import { LabelError } from '../../errors.ts';
import { schemeId } from '../../profile/schemeFile.ts';
import { clientKey } from '../http/clientKey.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { yearFiguresView } from './yearFigures.view.ts';

/** The figures of a year for everybody; programs have those of every year (api/figures.ts). */
export function yearFiguresPage(router: WebRouter): void {
  router.get('/figures', async (ctx) => {
    const latest = await latestFigures(ctx.deps);
    if (latest === null) throw new LabelError('notFound');
    ctx.redirect(`/${ctx.words.language}/figures/${String(latest.year)}`);
  });
  router.get('/figures/:year', async (ctx) => {
    const view = await viewYearFigures(ctx.deps, yearOf(ctx));
    ctx.render(template, yearFiguresView(view, ctx.deps.schemes, ctx.words));
  });
  router.get('/figures/:year/report.pdf', async (ctx) => {
    const year = yearOf(ctx);
    await ctx.deps.limits.take('reportsFromClient', clientKey(ctx.ip));
    ctx.attachment(`${schemeId}-${String(year)}.pdf`, { type: 'inline' });
    ctx.body = await printYearReport(ctx.deps, { year, language: ctx.words.language });
  });
}

/** The year that an address names; `notFound` for what is none. */
export function yearOf(ctx: WebContext): number {
  const { year = '' } = ctx.params;
  if (!/^20\d\d$/.test(year)) throw new LabelError('notFound');
  return Number(year);
}
