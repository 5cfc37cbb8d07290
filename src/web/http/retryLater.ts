import type { LabelError } from '../../errors.ts';
import type { WebContext } from './state.ts';

/** Says when there is room again, for an error that knows it (seconds, RFC 9110 10.2.3). */
export function retryLater(ctx: Pick<WebContext, 'set'>, { params }: LabelError): void {
  if (params.retryAfter !== undefined) ctx.set('Retry-After', String(params.retryAfter));
}
