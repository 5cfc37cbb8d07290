import { searchRegister } from '../../commands/register/searchRegister.ts';
import { profile } from '../../profile/profile.ts';
import { schemeId } from '../../profile/schemeFile.ts';
import { dayOf } from '../../register/day.ts';
import { asAddress } from '../forms/readQuery.ts';
import { limitClient } from '../http/limits.ts';
import type { Web, WebRouter } from '../http/state.ts';
import { csvOf, xlsxOf } from '../views/writeTable.ts';
import { readRegisterQuery, searchKept, whileValid } from './register.form.ts';
import { maxTaken, takenLists, takenRows, takenWidths } from './takenList.view.ts';

const formats = ['xlsx', 'csv'] as const;

/** What the directory finds as a table to take away: exhibitors of a fair, or offers for a buyer; `badRequest` names what cannot be asked. */
export function takenListRoutes(router: WebRouter, { deps }: Web): void {
  for (const list of takenLists) {
    for (const format of formats) {
      router.get(`/register/${list}.${format}`, async (ctx) => {
        const asked = asAddress(() => readRegisterQuery(ctx.query));
        await limitClient(ctx, deps, 'downloads');
        const query = whileValid(asked.query);
        const { entries, next } = await searchRegister(deps, query, {
          page: null,
          counted: false,
          size: maxTaken,
        });
        const today = dayOf(deps.clock.now().toISOString());
        const { words } = ctx;
        const found = { entries, query, today, isCut: next !== null };
        const rows = takenRows(list, found, words, deps.publicUrl);
        if (ctx.search !== '') ctx.set('Cache-Control', searchKept);
        ctx.attachment(`${schemeId}-${today}.${format}`);
        ctx.body =
          format === 'csv'
            ? csvOf(rows, words.language)
            : await xlsxOf([{ name: profile.name, rows }], takenWidths(list));
      });
    }
  }
}
