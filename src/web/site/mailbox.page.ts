import { mailboxPage as page } from '../../../templates/pages/site/mailbox.ts';
import { requireVisible } from '../../commands/common/requireVisible.ts';
import { onlyHere } from '../http/onlyHere.ts';
import type { Web, WebRouter } from '../http/state.ts';

/** A letter brings its own style and nothing else: no script, no form, nothing loaded. */
const letterPolicy = "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'";

/**
 * In development: the letters that were written, newest first, instead of sent; they hold every sign-in code, so only a browser
 * on this machine gets them. Elsewhere these addresses do not exist.
 */
export function mailboxPage(router: WebRouter, { deps }: Web): void {
  const { mode, mailbox } = deps;
  if (mode !== 'development' || !mailbox) return;
  router.get('/dev/mailbox', onlyHere, async (ctx) => ctx.render(page, { letters: await mailbox.letters() }));
  router.get('/dev/mailbox/:id', onlyHere, async (ctx) => {
    ctx.body = requireVisible(await mailbox.letter(ctx.params.id ?? '')).html;
    ctx.type = 'html';
    ctx.set('Content-Security-Policy', letterPolicy);
  });
}
