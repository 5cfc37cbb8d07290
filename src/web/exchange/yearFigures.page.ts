import { yearFiguresPage as template } from '../../../templates/pages/exchange/yearFigures.ts';
import { viewYearFigures } from '../../commands/exchange/views/yearFigures.ts';
import type { YearFigures } from '../../commands/items/yearFigures.ts';
import { openOn } from '../../criteria/versions.ts';
import { LabelError } from '../../errors.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { WebRouter } from '../http/state.ts';
import { drawFlows } from './flows.view.ts';

/** The figures of a year for everybody; programs have those of every year (api/figures.ts). */
export function yearFiguresPage(router: WebRouter): void {
  router.get('/figures/:year', async (ctx) => {
    const { year = '' } = ctx.params;
    if (!/^20\d\d$/.test(year)) throw new LabelError('notFound');
    const view = await viewYearFigures(ctx.deps, Number(year));
    const { texts } = openOn(ctx.deps.schemes, view.figures.on);
    const { themes } = texts[ctx.words.language];
    const themeName = (theme: string) => themes[theme]?.title ?? theme;
    ctx.render(template, { ...view, themeName, drawing: drawingOf(ctx.words, view.figures) });
  });
}

function drawingOf(words: Translator, { flows }: YearFigures) {
  const { t } = words;
  return drawFlows(words, {
    flows: flows.map(({ buyer, seller, deals }) => ({ from: buyer, to: seller, value: deals })),
    heads: [t('figures.buys'), t('figures.sells')],
    title: t('figures.drawing'),
  });
}
