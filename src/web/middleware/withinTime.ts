import { LabelError } from '../../errors.ts';
import type { WebContext, WebMiddleware } from '../state.ts';
import type { WebDeps } from '../webDeps.ts';

/** How long (milliseconds) somebody waits before it is asked whether the register is heard at all, and again after that. */
const patience = 5000;

/** What is sent to be looked up or checked, and written nowhere. */
const lookedUp = /^\/(?:api\/v1\/lookup|[a-z]{2}\/verify)$/;

/**
 * Gives up a page whose database hangs: unlike one that is gone, it gives no error for half a minute. What is sent to be
 * written is waited for, because it may have been.
 */
export function withinTime({ kept }: Pick<WebDeps, 'kept'>): WebMiddleware {
  return async (ctx, next) => {
    if (!onlyReads(ctx)) return next();
    let timer: NodeJS.Timeout | undefined;
    const hangs = new Promise<never>((_, reject) => {
      timer = setInterval(() => {
        if (!kept.isHeard()) reject(new LabelError('databaseUnavailable'));
      }, patience);
    });
    const made = next();
    try {
      await Promise.race([made, hangs]);
    } finally {
      clearInterval(timer);
      // Nobody waits for it any more, and why it fails in the end is known.
      made.catch(() => {});
    }
  };
}

function onlyReads({ method, path }: WebContext): boolean {
  return method === 'GET' || method === 'HEAD' || lookedUp.test(path);
}
