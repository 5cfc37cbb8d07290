import { refusalEvents, type SecurityEvent } from '../../commands/ports/securityPorts.ts';
import type { LabelError } from '../../errors.ts';
import type { WebContext, WebMiddleware } from './state.ts';
import type { WebDeps } from './webDeps.ts';

/** Logs, once a request was answered, that it was refused or had a letter sent; one line a request at most. */
export function securityEvents({ security }: Pick<WebDeps, 'security'>): WebMiddleware {
  return async (ctx, next) => {
    try {
      await next();
    } finally {
      const event = ctx.state.security ?? (ctx.state.refusal && refused(ctx.state.refusal));
      if (event) security.note({ ...event, ...whoAndWhere(ctx) });
    }
  };
}

function refused({ code, params }: LabelError): Pick<SecurityEvent, 'event' | 'reason'> | null {
  const event = Object.hasOwn(refusalEvents, code) ? refusalEvents[code as keyof typeof refusalEvents] : null;
  return event && { event, reason: code === 'tooManyRequests' ? String(params.limit ?? code) : code };
}

function whoAndWhere(ctx: WebContext): Omit<SecurityEvent, 'event' | 'reason'> {
  const { request, asker, signingIn } = ctx.state;
  const { _matchedRoute: route } = ctx;
  return {
    request,
    ...(asker && { actor: asker.id }),
    method: ctx.method,
    ...(typeof route === 'string' && { route }),
    status: ctx.status,
    client: ctx.ip,
    ...(signingIn !== undefined && { address: signingIn }),
  };
}
