import { exactFiguresPage as template } from '../../../templates/pages/desk/exactFigures.ts';
import { viewExactFigures } from '../../commands/desk/figures/viewExactFigures.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebRouter } from '../http/state.ts';
import { columnsIn } from '../papers/list.ts';
import { listExport } from '../papers/sendList.ts';
import { type FigureRow, figureRows } from './figureRows.view.ts';
import { yearOf } from './yearFigures.page.ts';
import { yearFiguresView } from './yearFigures.view.ts';

/** The figures of a year counted one by one, for officers and administrators, and the same to download. */
export function exactFiguresPages(router: WebRouter): void {
  router.get('/dashboard/figures/:year', async (ctx) => {
    const view = await viewExactFigures(ctx.deps, askerOf(ctx), yearOf(ctx));
    ctx.render(template, yearFiguresView(view, ctx.deps.schemes, ctx.words));
  });
  listExport(router, '/dashboard/figures/:year', async (deps, ctx) => {
    const { year, figures } = await viewExactFigures(deps, askerOf(ctx), yearOf(ctx));
    const column = columnsIn(ctx.words);
    return {
      name: 'exact-figures',
      title: ctx.words.t('exactFigures.title', { year: String(year) }),
      asked: [],
      columns: [
        column<FigureRow>('year', 'number', ([one]) => one),
        column<FigureRow>('figure', 'text', ([, figure]) => figure),
        column<FigureRow>('of', 'text', ([, , of]) => of),
        column<FigureRow>('with', 'text', ([, , , other]) => other),
        column<FigureRow>('value', 'number', ([, , , , value]) => value),
      ],
      rows: figureRows({ year, ...figures }),
    };
  });
}
