import { LabelError } from '../../../errors.ts';
import { guardedAction, isRecent } from '../../../policies/recentSignIn.ts';
import type { WebContext, WebMiddleware } from '../state.ts';
import type { WebDeps } from '../webDeps.ts';
import { formAuthor } from './formAuthor.ts';
import { keepInput } from './keepInput.ts';
import { type SessionData, sessionOf } from './sessionOf.ts';

/**
 * Before what policies/recentSignIn.ts names, someone who signed in long ago signs in once more. What they sent is kept
 * meanwhile and shown again after that, to be sent by hand.
 */
export function recentSignIn({ sessions }: Pick<WebDeps, 'sessions'>): WebMiddleware {
  return async (ctx, next) => {
    const data = sessionOf(ctx);
    const action = ctx.method === 'POST' ? guardedAction(ctx.path.split('/').slice(2).join('/')) : null;
    if (!data || action === null || isRecent(data.provedAt, sessions.now().getTime())) return next();
    askAnew(ctx, data);
  };
}

function askAnew(ctx: WebContext, data: SessionData): void {
  const { language } = ctx.words;
  const signIn = `/${language}/sign-in`;
  data.anew = true;
  if (ctx.is('json') || ctx.accepts('html', 'json') === 'json') {
    // A script asks, whose page is where its reader goes on.
    data.wanted = `/${language}/account`;
    throw new LabelError('recentSignInRequired', { params: { signIn } });
  }
  keepInput(ctx, data, { ...Object(ctx.request.body) }, formAuthor(data.personId));
  ctx.redirect(signIn);
  ctx.status = 303;
}
