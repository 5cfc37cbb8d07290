import { clientKey } from '../clientKey.ts';
import { formInTime } from '../formInTime.ts';
import type { WebContext } from '../state.ts';
import type { WebDeps } from '../webDeps.ts';

/**
 * Reads a form that is not taken for now, so that nobody has to write it again. It may come from anyone and is read outside the
 * room for files, so it has bounds of its own: how often, how many at once, how long. A LabelError where one is reached.
 */
export async function returnForm<T>(
  ctx: WebContext,
  { limits, uploads }: Pick<WebDeps, 'limits' | 'uploads'>,
  read: () => Promise<T>,
): Promise<T> {
  const client = clientKey(ctx.ip);
  await limits.take('formsHandedBack', client);
  const timeoutMs = uploads.timeoutFor(ctx.request.length ?? 0);
  return uploads.toHandBack(client, () => formInTime(ctx, timeoutMs, read()));
}
