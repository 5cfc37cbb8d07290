import { LabelError } from '../../errors.ts';
import { isLoopback } from '../../isLoopback.ts';
import type { WebContext, WebMiddleware } from './state.ts';

/** What a proxy adds to what it hands on: it may do so for anybody. */
const handedOn = ['Forwarded', 'X-Forwarded-For', 'X-Forwarded-Host', 'X-Real-IP', 'Via'];

/** A page of development for a browser on this machine: not for a name that others made lead here (DNS rebinding), nor for a proxy. */
export const onlyHere: WebMiddleware = async (ctx, next) => {
  if (!isHere(ctx) || handedOn.some((header) => ctx.get(header) !== '')) throw new LabelError('notFound');
  await next();
};

function isHere({ req, socket }: WebContext): boolean {
  const { hostname } = new URL(`http://${req.headers.host ?? ''}`);
  const from = socket.remoteAddress?.replace(/^::ffff:/, '') ?? '';
  return isLoopback(hostname) && isLoopback(from);
}
