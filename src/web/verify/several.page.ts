import * as z from 'zod';
import type { FormState } from '../../../templates/frame.ts';
import { severalPage as page } from '../../../templates/pages/verify/several.ts';
import { LabelError } from '../../errors.ts';
import { profile } from '../../profile/profile.ts';
import { maxTexts, textsOfList } from '../../register/lookUpTexts.ts';
import { askedDay } from '../forms/fields.ts';
import { parse } from '../forms/parse.ts';
import { explains, noRefusal, refusalOf } from '../forms/refusal.ts';
import { body } from '../http/body.ts';
import { clientKey } from '../http/clientKey.ts';
import { retryLater } from '../http/retryLater.ts';
import type { Web, WebContext, WebRouter } from '../http/state.ts';
import { openUpload } from '../http/uploads/openUpload.ts';
import { fileOf } from '../http/uploads/upload.ts';
import { type LookedUpList, lookUpAll } from '../register/lookUpAll.ts';
import { severalCells, severalView } from '../register/several.view.ts';
import { csvOf, xlsxOf } from '../views/writeTable.ts';

const fields = { numbers: z.string().max(60 * maxTexts), on: askedDay };
/** What was typed, to be corrected; far too much of it is not sent back. */
const typed = z.object({ numbers: fields.numbers.default(''), on: z.string().max(20).default('') });
/** Rows of a file that are read: some have no number. */
const maxRows = 2 * maxTexts;
/** In characters, the last one for all that follow. */
const widths = [6, 30, 20, 30, 8, 12, 12, 34, 50];

type Show = (list: LookedUpList, values: FormState['values']) => void | Promise<void>;

/**
 * Many numbers at once, as a table to print or to save. They are sent as a form and not in the address: what else is pasted with
 * them stays out of logs, histories and caches. Nothing of it is kept, of a file neither.
 */
export function severalPage(router: WebRouter, { deps }: Web): void {
  const show =
    (ctx: WebContext): Show =>
    (list, values) =>
      ctx.render(page, { values, refusal: noRefusal, list: severalView(list, ctx.words) });
  router.get('/verify/several', (ctx) => ctx.render(page, { values: {}, refusal: noRefusal }));
  router.post('/verify/several', body, (ctx) => answer(ctx, show(ctx)));
  for (const format of ['csv', 'xlsx'] as const)
    router.post(`/verify/several.${format}`, body, (ctx) =>
      answer(ctx, async (list) => {
        const rows = severalCells(list, ctx.words, deps.publicUrl);
        ctx.attachment(`labels-${list.on}.${format}`);
        ctx.body =
          format === 'csv'
            ? csvOf(rows, ctx.words.language)
            : await xlsxOf([{ name: profile.name, rows }], widths);
      }),
    );
  router.post('/verify/several/file', async (ctx) => {
    ctx.set('Cache-Control', 'no-store');
    if (!ctx.is('multipart')) throw new LabelError('badRequest');
    await deps.limits.take('filesFromClient', clientKey(ctx.ip));
    await openUpload(ctx, deps, async (upload) => {
      ctx.state.upload = upload;
      await refusing(ctx, {}, async () => {
        const numbers = await listIn(ctx);
        await lookUp(ctx, { numbers, on: '' }, show(ctx));
      });
    });
  });

  async function answer(ctx: WebContext, show: Show) {
    ctx.set('Cache-Control', 'no-store');
    if (!ctx.is('urlencoded')) throw new LabelError('badRequest');
    const { data: values = {} } = typed.safeParse(ctx.request.body);
    await refusing(ctx, values, () => lookUp(ctx, ctx.request.body, show, values));
  }

  async function lookUp(ctx: WebContext, asked: unknown, show: Show, values?: FormState['values']) {
    await deps.limits.take('listsFromClient', clientKey(ctx.ip));
    const { numbers, on } = parse(fields, asked);
    await show(await lookUpAll(deps, textsOfList(numbers, deps.publicUrl), on), values ?? { numbers, on });
  }

  /** The list of a file as it would be pasted: what is looked up of each row, one a line. */
  async function listIn(ctx: WebContext): Promise<string> {
    const { bytes, name } = fileOf(ctx);
    const table = await deps.intake.readTable(bytes, name, maxRows);
    const pasted =
      table.kind === 'json'
        ? table.text.replaceAll(/["[\]{}]/g, ' ')
        : table.rows.map(({ cells }) => cells.join('\t')).join('\n');
    return textsOfList(pasted, deps.publicUrl).join('\n');
  }

  async function refusing(ctx: WebContext, values: FormState['values'], act: () => Promise<void>) {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof LabelError) || !explains(ctx, error)) throw error;
      ctx.render(page, { values, refusal: refusalOf(error, {}, ctx.words) });
      ctx.status = error.status;
      retryLater(ctx, error);
    }
  }
}
