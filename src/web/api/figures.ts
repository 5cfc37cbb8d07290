import { stringify } from 'csv-stringify/sync';
import { everyYear } from '../../commands/exchange/views/yearFigures.ts';
import { figureRows } from '../exchange/figureRows.view.ts';
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
    ctx.body = stringify([['year', 'figure', 'of', 'with', 'value'], ...years.flatMap(figureRows)]);
    ctx.type = 'text/csv; charset=utf-8; header=present';
  });
}
