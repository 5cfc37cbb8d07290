import { mailboxPage as page } from '../../../templates/pages/site/mailbox.ts';
import { requireVisible } from '../../commands/common/requireVisible.ts';
import { letterAnswer } from '../http/letterAnswer.ts';
import { onlyHere } from '../http/onlyHere.ts';
import type { Web, WebRouter } from '../http/state.ts';

/**
 * In development: the letters that were written, newest first, instead of sent; they hold every sign-in code, so only a browser
 * on this machine gets them. Elsewhere these addresses do not exist.
 */
export function mailboxPage(router: WebRouter, { deps }: Web): void {
  const { mode, mailbox } = deps;
  if (mode !== 'development' || !mailbox) return;
  router.get('/dev/mailbox', onlyHere, async (ctx) => ctx.render(page, { letters: await mailbox.letters() }));
  router.get('/dev/mailbox/:id', onlyHere, async (ctx) => {
    letterAnswer(ctx, requireVisible(await mailbox.letter(ctx.params.id ?? '')).html);
  });
}
