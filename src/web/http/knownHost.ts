import { LabelError } from '../../errors.ts';
import type { WebContext, WebMiddleware } from './state.ts';
import type { WebDeps } from './webDeps.ts';

/** Names of the machine itself, with the port that a browser writes when it is not the usual one. */
const ownMachine = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::(\d{1,5}))?$/;

/**
 * Refuses (`badHost`) a request for another host than ours: a page of ours under a foreign name may serve to deceive. In development
 * this machine's own names are ours too, at the port that is listened on.
 */
export function knownHost({ publicUrl, mode }: Pick<WebDeps, 'publicUrl' | 'mode'>): WebMiddleware {
  const { host, protocol } = new URL(publicUrl);
  const withPort = `${host}:${protocol === 'https:' ? 443 : 80}`;
  return async (ctx, next) => {
    const isOurs = (asked: string) =>
      asked === host || asked === withPort || (mode === 'development' && isHere(ctx, asked));
    const hosts = hostsOf(ctx);
    const known = hosts.length > 0 && hosts.every(isOurs);
    // The page that says so is drawn with them; they say nothing of anybody.
    if (known || ctx.path.startsWith('/assets/')) return next();
    const policy = ctx.response.get('Content-Security-Policy');
    ctx.set('Content-Security-Policy', policy.replace(/;?upgrade-insecure-requests/, ''));
    const here = hosts.some((asked) => isHere(ctx, asked));
    const look = here
      ? `curl --header 'Host: ${host}' http://localhost:${ctx.socket.localPort}/${ctx.words.language}`
      : 'no';
    throw new LabelError('badHost', { params: { address: publicUrl, look } });
  };
}

/**
 * The hosts that a request means: the one of its header (behind a proxy of ours, the one that the proxy says) and of a first
 * line that is a whole address. None where the header came twice (RFC 9112 3.2): others may go by another one than we do.
 */
function hostsOf(ctx: WebContext): string[] {
  const { host = [''], ':authority': authority = host } = ctx.req.headersDistinct;
  if (authority.length > 1) return [];
  const [whole, inLine = ''] = /^[^/?#]*:\/\/([^/?#]*)/.exec(ctx.originalUrl) ?? [];
  const named = ctx.app.proxy ? [ctx.host] : authority;
  return [...named, ...(whole === undefined ? [] : [inLine])].map((asked) => asked.toLowerCase());
}

function isHere(ctx: WebContext, asked: string): boolean {
  const found = ownMachine.exec(asked);
  return found !== null && Number(found[1] ?? 80) === ctx.socket.localPort;
}
