import { bulkActPage } from '../../../../templates/pages/desk/lists/bulkAct.ts';
import { factOfAct } from '../../../commands/desk/bulk/lineActs.ts';
import { planBulkAct } from '../../../commands/desk/bulk/planBulkAct.ts';
import { viewBulkAct } from '../../../commands/desk/bulk/viewBulkAct.ts';
import { startBulkAct } from '../../../commands/desk/bulk/workBulkAct.ts';
import { type BulkAct, bulkKinds } from '../../../commands/ports/bulkActPorts.ts';
import { type DeskKind, type DeskRow, deskKinds } from '../../../commands/ports/deskPorts.ts';
import { refuseFor } from '../../../errors.ts';
import { dayOf } from '../../../register/day.ts';
import { addressOf } from '../../forms/address.ts';
import { choice, line, lines, optionalLine, optionalLines } from '../../forms/fields.ts';
import { pageWithForms } from '../../forms/formsBelow.ts';
import { parse } from '../../forms/parse.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../../http/state.ts';
import { askedBy, fieldsOf, listAddress, pickedIn, rowsText } from './listAddress.ts';
import { leadFromList } from './showList.ts';
import { vocabularyOf } from './vocabulary.ts';

const exported = { exportCsv: 'csv', exportXlsx: 'xlsx' } as const;
const shape = {
  act: choice([...bulkKinds, 'exportCsv', 'exportXlsx']),
  to: optionalLine(40),
  session: optionalLine(40),
  note: optionalLines(1000),
  subject: optionalLine(120),
  text: optionalLines(8000),
};
/** What a message to holders cannot be without. */
const messageShape = { subject: line(120), text: lines(8000) };
/** Lines that are done before the answer; the clock does the others. */
const doneAtOnce = 50;

/** Acts on many files: planned from a list, shown line by line, then begun. */
export function bulkPages(router: WebRouter): void {
  for (const kind of deskKinds) {
    router.post(`/lists/${kind}/act`, async (ctx) => {
      const { t } = ctx.words;
      const body = { ...(ctx.request.body as Readonly<Record<string, unknown>> | undefined) };
      const message = { subject: t('correspondence.write.subject'), text: t('correspondence.write.text') };
      const names = { to: t('bulk.to'), session: t('bulk.session'), note: t('bulk.note'), ...message };
      await leadFromList(ctx, { kind, body, names }, () =>
        begun(ctx, kind, { body, picked: pickedIn(body) }),
      );
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
      mailHref: mailHref(ctx, page.act),
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

interface Sent {
  readonly body: Readonly<Record<string, unknown>>;
  readonly picked: readonly DeskRow['id'][];
}

/** The address of the act that a form of a list asks for: planned, or the list as a file. */
async function begun(ctx: WebContext, kind: DeskKind, { body, picked }: Sent) {
  const { deps, words } = ctx;
  const fields = Object.keys(shape).flatMap((name) => (name in body ? [[name, body[name]]] : []));
  const { act, session, subject, text, ...typed } = parse(shape, Object.fromEntries(fields));
  const address = listAddress(kind, body);
  if (act === 'exportCsv' || act === 'exportXlsx') {
    refuseFor({ nothingTicked: picked.length === 0 });
    const list = `/${words.language}/lists/${kind}/list.${exported[act]}`;
    return addressOf(list, { ...fieldsOf(address), rows: rowsText(picked) });
  }
  const asked = askedBy(address, vocabularyOf(kind, words));
  const to = act === 'putOnAgenda' ? session : typed.to;
  const message = act === 'write' && parse(messageShape, { subject, text });
  const said = message && { subject: message.subject, note: message.text };
  const input = { ...typed, ...said, act, to, kind, sort: address.sort, picked, ...asked };
  return `/${words.language}/lists/acts/${await planBulkAct(deps, askerOf(ctx), input)}`;
}

/** Where the mail log has the letters of an act that sends some; null before it began. */
function mailHref({ words }: WebContext, { kind, state, createdAt, finishedAt }: BulkAct): string | null {
  const fact = factOfAct[kind];
  if (fact === undefined || state === 'planned') return null;
  return addressOf(`/${words.language}/mail`, { fact, day: dayOf(finishedAt ?? createdAt) });
}

/** The id of a line that the address names; empty where it names none. */
function lineIn({ query }: WebContext, name: 'after' | 'letter'): string {
  const id = query[name];
  return typeof id === 'string' && /^[\w.]{1,40}$/.test(id) ? id : '';
}
