import { stringify } from 'csv-stringify/sync';
import { everyYear } from '../../commands/exchange/views/yearFigures.ts';
import { licensed } from '../http/licensed.ts';
import { openToAll } from '../http/securityHeaders.ts';
import type { Web, WebRouter } from '../http/state.ts';
import { searchKept } from '../register/register.form.ts';
import type { FiguresAnswer } from '../schemas/figures.ts';

/** The figures of every year for programs, whole as JSON and a figure a line as CSV. */
export function figuresRoutes(router: WebRouter, { deps }: Web): void {
  router.get('/api/v1/figures', openToAll, licensed, async (ctx) => {
    const answer: FiguresAnswer = { years: await everyYear(deps) };
    // Exchanges are no change of the register, at which this process forgets what it keeps.
    ctx.set('Cache-Control', searchKept);
    ctx.body = JSON.stringify(answer);
    ctx.type = 'json';
  });
  router.get('/api/v1/figures.csv', openToAll, licensed, async (ctx) => {
    const years = await everyYear(deps);
    ctx.set('Cache-Control', searchKept);
    ctx.body = stringify([['year', 'figure', 'of', 'with', 'value'], ...years.flatMap(rowsOf)]);
    ctx.type = 'text/csv; charset=utf-8; header=present';
  });
}

type Year = FiguresAnswer['years'][number];

/** A figure a row, with what it is of. */
function rowsOf({ year, on, register, themes, exchanges, flows, medians, procedure }: Year) {
  const rows = [
    ['countedUntil', '', '', on],
    ...Object.entries({ ...register, ...exchanges }).map(([name, value]) => [name, '', '', value ?? '']),
    ...themes.map(({ theme, average }) => ['themeAverage', theme, '', average]),
    ...flows.map(({ buyer, seller, deals }) => ['dealsBetween', buyer ?? '', seller ?? '', deals]),
    ...medians.map(({ sector, median }) => ['medianDeals', sector, '', median]),
    ...(procedure ? procedureRows(procedure) : []),
  ];
  return rows.map((row) => [year, ...row]);
}

function procedureRows({ steps, files, floors, agreement, complaints }: NonNullable<Year['procedure']>) {
  return [
    ...steps.flatMap(({ step, target, took }) => [
      ['stepTarget', step, '', target],
      ['stepMedian', step, '', took?.median ?? ''],
      ['stepNinthInTen', step, '', took?.ninth ?? ''],
      ['stepFiles', step, '', took?.files ?? ''],
    ]),
    ...Object.entries(files).map(([passage, count]) => ['files', passage, '', count ?? '']),
    ...floors.map(({ theme, reached }) => ['floorReached', theme, '', reached]),
    ['reviewersAlpha', '', '', agreement?.alpha ?? ''],
    ['reviewersAlphaLow', '', '', agreement?.interval?.low ?? ''],
    ['reviewersAlphaHigh', '', '', agreement?.interval?.high ?? ''],
    ...Object.entries(complaints).map(([name, count]) => ['complaints', name, '', count ?? '']),
  ];
}
