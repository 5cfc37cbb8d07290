import * as z from 'zod';
import type { FormState } from '../../../templates/frame.ts';
import { severalPage as page } from '../../../templates/pages/verify/several.ts';
import { LabelError } from '../../errors.ts';
import { textsOfList } from '../../register/lookUpTexts.ts';
import { askedDay } from '../forms/fields.ts';
import { parse } from '../forms/parse.ts';
import { explains, noRefusal, refusalOf } from '../forms/refusal.ts';
import { body } from '../http/body.ts';
import { clientKey } from '../http/clientKey.ts';
import { retryLater } from '../http/retryLater.ts';
import type { Web, WebContext, WebRouter } from '../http/state.ts';
import { type LookedUpList, lookUpAll } from '../register/lookUpAll.ts';
import { severalCells, severalView } from '../register/several.view.ts';
import { csvOf } from '../views/writeTable.ts';

const fields = { numbers: z.string().max(20_000), on: askedDay };
/** What was typed, to be corrected; far too much of it is not sent back. */
const typed = z.object({ numbers: fields.numbers.default(''), on: z.string().max(20).default('') });

/**
 * Many numbers at once, as a table to print or to save. They are sent as a form and not in the address: what else is pasted with
 * them stays out of logs, histories and caches. Nothing of it is kept.
 */
export function severalPage(router: WebRouter, { deps }: Web): void {
  router.get('/verify/several', (ctx) => ctx.render(page, { values: {}, refusal: noRefusal }));
  router.post('/verify/several', body, (ctx) =>
    answer(ctx, (list, values) => {
      ctx.render(page, { values, refusal: noRefusal, list: severalView(list, ctx.words) });
    }),
  );
  router.post('/verify/several.csv', body, (ctx) =>
    answer(ctx, (list) => {
      ctx.attachment(`labels-${list.on}.csv`);
      ctx.body = csvOf(severalCells(list, ctx.words, deps.publicUrl), ctx.words.language);
    }),
  );

  async function answer(ctx: WebContext, show: (list: LookedUpList, values: FormState['values']) => void) {
    ctx.set('Cache-Control', 'no-store');
    if (!ctx.is('urlencoded')) throw new LabelError('badRequest');
    const { data: values = {} } = typed.safeParse(ctx.request.body);
    try {
      await deps.limits.take('listsFromClient', clientKey(ctx.ip));
      const { numbers, on } = parse(fields, ctx.request.body);
      show(await lookUpAll(deps, textsOfList(numbers, deps.publicUrl), on), values);
    } catch (error) {
      if (!(error instanceof LabelError) || !explains(ctx, error)) throw error;
      ctx.render(page, { values, refusal: refusalOf(error, {}, ctx.words) });
      ctx.status = error.status;
      retryLater(ctx, error);
    }
  }
}
