import { stringify } from 'csv-stringify/sync';
import { yearFiguresPage as template } from '../../../templates/pages/exchange/yearFigures.ts';
import { viewYearFigures } from '../../commands/exchange/views/yearFigures.ts';
import type { YearFigures } from '../../commands/items/yearFigures.ts';
import { openOn } from '../../criteria/versions.ts';
import { LabelError } from '../../errors.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { licensed } from '../http/licensed.ts';
import { openToAll } from '../http/securityHeaders.ts';
import type { WebRouter } from '../http/state.ts';
import { drawFlows } from './flows.view.ts';

/** The figures of a year for everybody: a page, and the same as JSON and CSV. */
export function yearFiguresPage(router: WebRouter): void {
  router.get('/figures/:year', openToAll, licensed, async (ctx) => {
    const asked = /^(20\d\d)(?:\.(json|csv))?$/.exec(ctx.params.year ?? '');
    if (!asked) throw new LabelError('notFound');
    const view = await viewYearFigures(ctx.deps, Number(asked[1]));
    if (asked[2] === 'json') {
      ctx.body = JSON.stringify({ year: view.year, ...view.figures });
      ctx.type = 'json';
    } else if (asked[2] === 'csv') {
      ctx.body = stringify(rowsOf(view.figures));
      ctx.type = 'text/csv; charset=utf-8; header=present';
    } else {
      const { texts } = openOn(ctx.deps.schemes, view.figures.on);
      const { themes } = texts[ctx.words.language];
      const themeName = (theme: string) => themes[theme]?.title ?? theme;
      ctx.render(template, { ...view, themeName, drawing: drawingOf(ctx.words, view.figures) });
    }
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

/** A figure a row, with what it is of. */
function rowsOf({ on, register, themes, exchanges, flows, medians }: YearFigures) {
  const single = { ...register, ...exchanges };
  return [
    ['figure', 'of', 'with', 'value'],
    ['countedUntil', '', '', on],
    ...Object.entries(single).map(([name, value]) => [name, '', '', value ?? '']),
    ...themes.map(({ theme, average }) => ['themeAverage', theme, '', average]),
    ...flows.map(({ buyer, seller, deals }) => ['dealsBetween', buyer ?? '', seller ?? '', deals]),
    ...medians.map(({ sector, median }) => ['medianDeals', sector, '', median]),
  ];
}
