import { yearFiguresPage as template } from '../../../templates/pages/exchange/yearFigures.ts';
import { printYearReport } from '../../commands/desk/figures/printYearReport.ts';
import { latestFigures, viewYearFigures } from '../../commands/exchange/views/yearFigures.ts';
import type { YearFigures } from '../../commands/items/yearFigures.ts';
import { openOn } from '../../criteria/versions.ts';
import { LabelError } from '../../errors.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { schemeId } from '../../profile/schemeFile.ts';
import { clientKey } from '../http/clientKey.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { drawFlows } from './flows.view.ts';

/** The figures of a year for everybody; programs have those of every year (api/figures.ts). */
export function yearFiguresPage(router: WebRouter): void {
  router.get('/figures', async (ctx) => {
    const latest = await latestFigures(ctx.deps);
    if (latest === null) throw new LabelError('notFound');
    ctx.redirect(`/${ctx.words.language}/figures/${String(latest.year)}`);
  });
  router.get('/figures/:year', async (ctx) => {
    const view = await viewYearFigures(ctx.deps, yearOf(ctx));
    const { texts } = openOn(ctx.deps.schemes, view.figures.on);
    const { themes } = texts[ctx.words.language];
    const themeName = (theme: string) => themes[theme]?.title ?? theme;
    ctx.render(template, { ...view, themeName, drawing: drawingOf(ctx.words, view.figures) });
  });
  router.get('/figures/:year/report.pdf', async (ctx) => {
    const year = yearOf(ctx);
    await ctx.deps.limits.take('reportsFromClient', clientKey(ctx.ip));
    ctx.attachment(`${schemeId}-${String(year)}.pdf`, { type: 'inline' });
    ctx.body = await printYearReport(ctx.deps, { year, language: ctx.words.language });
  });
}

/** The year that an address names; `notFound` for what is none. */
function yearOf(ctx: WebContext): number {
  const { year = '' } = ctx.params;
  if (!/^20\d\d$/.test(year)) throw new LabelError('notFound');
  return Number(year);
}

function drawingOf(words: Translator, { flows }: YearFigures) {
  const { t } = words;
  return drawFlows(words, {
    flows: flows.map(({ buyer, seller, deals }) => ({ from: buyer, to: seller, value: deals })),
    heads: [t('figures.buys'), t('figures.sells')],
    title: t('figures.drawing'),
  });
}
