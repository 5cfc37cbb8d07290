import { found } from '../../commands/found.ts';
import type { Web, WebRouter } from '../state.ts';

/** A letter brings its own style and nothing else: no script, no form, nothing loaded. */
const letterPolicy = "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'";

/** In development: the letters that were written, newest first, instead of sent. Elsewhere these addresses do not exist. */
export function mailboxPage(router: WebRouter, { deps }: Web): void {
  const { mode, mailbox } = deps;
  if (mode !== 'development' || !mailbox) return;
  router.get('/dev/mailbox', async (ctx) => ctx.render('mailbox', { letters: await mailbox.letters() }));
  router.get('/dev/mailbox/:id', async (ctx) => {
    ctx.body = found(await mailbox.letter(ctx.params.id ?? '')).html;
    ctx.type = 'html';
    ctx.set('Content-Security-Policy', letterPolicy);
  });
}
