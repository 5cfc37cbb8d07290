import { LabelError } from '../../errors.ts';
import type { WebContext } from '../state.ts';
import { type SessionData, sessionOf } from './sessionOf.ts';
import { writerMark } from './writerMark.ts';

/** Most characters of a form that are kept for its writer. */
const longest = 64 * 1024;

/** In the address of a page whose file has to be chosen once more: it says so, and so does the page that signs in. */
export const fileAgain = 'again';

/** Pages that sign in or out: what they send is asked for again rather than kept. */
const entrance = /^\/[a-z]{2}\/sign-(?:in|out)(?:\/|$)/;

/**
 * A form of our own page whose session is over, or another one by now. Nothing is done of what it asks, and nothing typed is
 * lost: it is kept in the session that this browser has now, and shown again after signing in to whoever wrote it, to be sent
 * by hand.
 */
export function lateForm(ctx: WebContext, fields: Readonly<Record<string, unknown>>, by: string): void {
  const data = sessionOf(ctx);
  const home = `/${ctx.words.language}`;
  if (!data || ctx.is('json') || ctx.accepts('html', 'json') === 'json') {
    throw new LabelError(data?.personId === undefined ? 'signInRequired' : 'forbidden');
  }
  const entering = entrance.test(ctx.path);
  if (!entering && (data.personId === undefined || writerMark(data.personId) === by))
    keep(ctx, data, fields, by);
  if (data.personId === undefined) ctx.redirect(`${home}/sign-in${entering ? '?late=1' : ''}`);
  else ctx.redirect(entering ? `${home}/my` : (data.wanted ?? `${home}/my`));
  ctx.status = 303;
}

function keep(
  ctx: WebContext,
  data: SessionData,
  typed: Readonly<Record<string, unknown>>,
  by: string,
): void {
  // Files are not kept: their page is opened again, to choose them once more.
  if (ctx.is('multipart')) {
    data.wanted = `${ctx.path}?${new URLSearchParams({ ...forWhat(ctx), [fileAgain]: '1' })}`;
    return;
  }
  const fields = Object.entries(typed).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, String(one)] as const),
  );
  if (JSON.stringify(fields).length > longest) throw new LabelError('signInRequired');
  data.typed = { path: `${ctx.path}${ctx.search}`, fields, by };
  data.wanted = `/${ctx.words.language}/typed`;
}

/** What the page of a file was opened for. */
function forWhat({ query }: WebContext): Record<string, string> {
  return typeof query.for === 'string' ? { for: query.for } : {};
}
