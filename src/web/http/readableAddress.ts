import type { WebMiddleware } from './state.ts';

/** Before all that asks for a path: an address that is none (`http://[/fr`) has no path to find a language or a page by. */
export const readableAddress: WebMiddleware = async (ctx, next) => {
  if (!isReadable(() => ctx.path)) {
    ctx.status = 400;
    ctx.body = 'This address cannot be read.\n';
    return;
  }
  await next();
};

function isReadable(read: () => string): boolean {
  try {
    return read().startsWith('/');
  } catch {
    return false;
  }
}
