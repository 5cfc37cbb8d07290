import { LabelError } from '../../errors.ts';
import type { WebMiddleware } from '../state.ts';
import type { WebDeps } from '../webDeps.ts';

/** How long (milliseconds) somebody waits before it is asked whether the register is heard at all, and again after that. */
const patience = 5000;

/**
 * Gives up a page whose database hangs: unlike one that is gone, it gives no error for half a minute. What is sent is waited for,
 * because it may have been written.
 */
export function withinTime({ kept }: Pick<WebDeps, 'kept'>): WebMiddleware {
  return async (ctx, next) => {
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return next();
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
