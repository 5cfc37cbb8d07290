import { LabelError } from '../../errors.ts';
import type { Web, WebRouter } from '../state.ts';

/** In development: the letters that were written, newest first, instead of sent. */
export function mailboxPage(router: WebRouter, { deps }: Web): void {
  router.get('/mailbox', async (ctx) => {
    if (deps.mode !== 'development' || !deps.mailbox) throw new LabelError('notFound');
    ctx.render('mailbox', { letters: await deps.mailbox() });
  });
}
