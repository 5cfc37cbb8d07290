import { LabelError } from '../../../errors.ts';
import type { WebContext } from '../state.ts';
import { formAuthor } from './formAuthor.ts';
import { keepInput } from './keepInput.ts';
import { sessionOf } from './sessionOf.ts';

/** Pages that sign in or out: what they send is requested again rather than kept. */
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
  if (!entering && (data.personId === undefined || formAuthor(data.personId) === by))
    keepInput(ctx, data, fields, by);
  if (data.personId === undefined) ctx.redirect(`${home}/sign-in${entering ? '?late=1' : ''}`);
  else ctx.redirect(entering ? `${home}/my` : (data.wanted ?? `${home}/my`));
  ctx.status = 303;
}
