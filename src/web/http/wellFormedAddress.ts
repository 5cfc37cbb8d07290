import { LabelError } from '../../errors.ts';
import type { WebMiddleware } from './state.ts';

/** Refuses an address whose escapes are not UTF-8 or that hides a NUL. */
export const wellFormedAddress: WebMiddleware = async (ctx, next) => {
  if (!isDecodable(ctx.url)) throw new LabelError('badRequest');
  await next();
};

/** Whether the escapes of a text are UTF-8, without a NUL. */
export function isDecodable(text: string | undefined): boolean {
  try {
    return !decodeURIComponent((text ?? '').replaceAll('+', ' ')).includes('\0');
  } catch {
    return false;
  }
}

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
