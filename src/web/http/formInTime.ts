import { LabelError } from '../../errors.ts';
import type { WebContext } from './state.ts';
import { keepSoFar } from './uploads/upload.ts';

/**
 * The form that is being read, or `uploadTooSlow` after so many milliseconds: then the fields that came are kept, and the connection
 * is cut once its client was told.
 */
export async function formInTime<T>(ctx: WebContext, timeoutMs: number, form: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      keepSoFar(ctx);
      ctx.set('Connection', 'close');
      ctx.res.once('finish', () => ctx.req.destroy());
      reject(new LabelError('uploadTooSlow'));
    }, timeoutMs);
  });
  // A later failure, because the connection was cut, is ignored.
  form.catch(() => {});
  try {
    return await Promise.race([form, late]);
  } finally {
    clearTimeout(timer);
  }
}
