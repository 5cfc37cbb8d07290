import { LabelError } from '../../errors.ts';
import type { WebContext, WebMiddleware } from './state.ts';
import type { WebDeps } from './webDeps.ts';

/** How often (milliseconds) it is checked, while a client waits, whether the register is heard at all. */
const pause = 1000;
/** Failed checks in a row that mean a database that hangs; an event loop that was blocked itself checks once, however long that was. */
const maxUnheard = 5;

/** What is sent to be looked up or checked, and written nowhere. */
const lookedUp = /^\/(?:api\/v1\/lookup|[a-z]{2}\/verify)$/;

/**
 * Gives up a page whose database hangs: unlike one that is gone, it gives no error for half a minute. What is sent to be
 * written is waited for, because it may have been.
 */
export function withinTime({ caches }: Pick<WebDeps, 'caches'>, between = pause): WebMiddleware {
  return async (ctx, next) => {
    if (!onlyReads(ctx)) return next();
    let timer: NodeJS.Timeout | undefined;
    let unheard = 0;
    const hangs = new Promise<never>((_, reject) => {
      timer = setInterval(() => {
        unheard = caches.isHeard() ? 0 : unheard + 1;
        if (unheard === maxUnheard) reject(new LabelError('databaseUnavailable'));
      }, between);
    });
    const made = next();
    try {
      await Promise.race([made, hangs]);
    } finally {
      clearInterval(timer);
      // Nobody waits for it any more: a later failure is ignored.
      made.catch(() => {});
    }
  };
}

function onlyReads({ method, path }: WebContext): boolean {
  return method === 'GET' || method === 'HEAD' || lookedUp.test(path);
}
