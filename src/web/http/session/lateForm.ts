import { LabelError } from '../../../errors.ts';
import type { WebContext } from '../state.ts';
import { formAuthor } from './formAuthor.ts';
import { keepInput } from './keepInput.ts';
import { sessionOf } from './sessionOf.ts';

/** Pages that sign in or out: what they send is asked for again rather than kept. */
const signInPages = /^\/[a-z]{2}\/sign-(?:in|out)(?:\/|$)/;

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
  const isSignIn = signInPages.test(ctx.path);
  if (!isSignIn && (data.personId === undefined || formAuthor(data.personId) === by))
    keepInput(ctx, data, fields, by);
  if (data.personId === undefined) ctx.redirect(`${home}/sign-in${isSignIn ? '?late=1' : ''}`);
  else ctx.redirect(isSignIn ? `${home}/my` : (data.wanted ?? `${home}/my`));
  ctx.status = 303;
}
