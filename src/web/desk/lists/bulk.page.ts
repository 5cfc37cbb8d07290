import { bulkActPage } from '../../../../templates/pages/desk/lists/bulkAct.ts';
import { planBulkAct } from '../../../commands/desk/bulk/planBulkAct.ts';
import { viewBulkAct } from '../../../commands/desk/bulk/viewBulkAct.ts';
import { startBulkAct } from '../../../commands/desk/bulk/workBulkAct.ts';
import { bulkKinds } from '../../../commands/ports/bulkActPorts.ts';
import { deskKinds } from '../../../commands/ports/deskPorts.ts';
import { addressOf } from '../../forms/address.ts';
import { choice, optionalLine, optionalLines } from '../../forms/fields.ts';
import { pageWithForms } from '../../forms/formsBelow.ts';
import { parse } from '../../forms/parse.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../../http/state.ts';
import { askedBy, fieldsOf, listAddress, pickedIn, rowsText } from './listAddress.ts';
import { vocabularyOf } from './vocabulary.ts';

const exported = { exportCsv: 'csv', exportXlsx: 'xlsx' } as const;
const shape = {
  act: choice([...bulkKinds, 'exportCsv', 'exportXlsx']),
  to: optionalLine(40),
  session: optionalLine(40),
  note: optionalLines(1000),
};
/** Lines that are done before the answer; the clock does the others. */
const doneAtOnce = 50;

/** Acts on many files: planned from a list, shown line by line, then begun. */
export function bulkPages(router: WebRouter): void {
  for (const kind of deskKinds) {
    router.post(`/lists/${kind}/act`, async (ctx) => {
      const { deps, words } = ctx;
      const body = { ...(ctx.request.body as object | undefined) };
      const fields = Object.keys(shape).flatMap((name) =>
        name in body ? [[name, Reflect.get(body, name)]] : [],
      );
      const { session, ...typed } = parse(shape, Object.fromEntries(fields));
      const address = listAddress(kind, body as Readonly<Record<string, unknown>>);
      const picked = pickedIn(body);
      const { act } = typed;
      if (act === 'exportCsv' || act === 'exportXlsx') {
        const list = `/${words.language}/lists/${kind}/list.${exported[act]}`;
        ctx.redirect(addressOf(list, { ...fieldsOf(address), rows: rowsText(picked) }));
        ctx.status = 303;
        return;
      }
      const asked = askedBy(address, vocabularyOf(kind, words));
      const to = typed.act === 'putOnAgenda' ? session : typed.to;
      const input = { ...typed, act, to, kind, sort: address.sort, picked, ...asked };
      const id = await planBulkAct(deps, askerOf(ctx), input);
      ctx.redirect(`/${words.language}/lists/acts/${id}`);
      ctx.status = 303;
    });
  }

  const idOf = (ctx: WebContext) => ctx.params.act ?? '';
  const href = (ctx: WebContext) => `/${ctx.words.language}/lists/acts/${idOf(ctx)}`;
  const form = pageWithForms(router, '/lists/acts/:act', {
    template: bulkActPage,
    load: (ctx) =>
      viewBulkAct(ctx.deps, askerOf(ctx), {
        id: idOf(ctx),
        after: lineIn(ctx, 'after'),
        read: lineIn(ctx, 'letter'),
      }),
    page: (page, ctx) => ({
      ...page,
      href: href(ctx),
      isFirst: lineIn(ctx, 'after') === '',
      next: page.next && addressOf(href(ctx), { after: page.next }),
      letterHref: (letter: string) =>
        `${addressOf(href(ctx), { after: lineIn(ctx, 'after'), letter })}#letter`,
    }),
    about: (ctx) => ({ act: idOf(ctx), count: doneAtOnce }),
    next: href,
  });
  form('start', {}, startBulkAct);
}

/** The id of a line that the address names; empty where it names none. */
function lineIn({ query }: WebContext, name: 'after' | 'letter'): string {
  const id = query[name];
  return typeof id === 'string' && /^[\w.]{1,40}$/.test(id) ? id : '';
}
