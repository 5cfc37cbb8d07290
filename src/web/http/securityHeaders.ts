import { randomBytes } from 'node:crypto';
import helmet from 'koa-helmet';
import type { WebMiddleware } from './state.ts';

const noScript = "script-src 'none'";

/** What a page of ours may ask of a browser: passkeys, and nothing else. */
const permissions = [
  'publickey-credentials-create=(self)',
  'publickey-credentials-get=(self)',
  ...['browsing-topics', 'camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb'].map(
    (feature) => `${feature}=()`,
  ),
].join(', ');

/**
 * Nothing from elsewhere, no script at all, no inline style; encrypted ways only once the service is reached by one. A page
 * with a session may run the scripts that carry its nonce (`scriptNonce`).
 */
export function securityHeaders(publicUrl: string): WebMiddleware {
  const https = publicUrl.startsWith('https:');
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'none'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(https && { upgradeInsecureRequests: [] }),
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: https,
    // For browsers that read no policy of content (`frame-ancestors`) and are gone: each header costs every answer.
    xFrameOptions: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  });
  return async (ctx, next) => {
    ctx.set('Permissions-Policy', permissions);
    await headers(ctx, next);
  };
}

/** Lets the scripts run that this answer names: public pages have none, and stay the same for all readers. */
export const scriptNonce: WebMiddleware = async (ctx, next) => {
  ctx.state.nonce = randomBytes(16).toString('base64');
  const policy = ctx.response.get('Content-Security-Policy');
  ctx.set('Content-Security-Policy', policy.replace(noScript, `script-src 'nonce-${ctx.state.nonce}'`));
  await next();
};

/** Headers of ours that scripts of other sites need. */
const readable = 'Age, ETag, Link, RateLimit, RateLimit-Policy, Retry-After';

/** Public data and pictures may be read and shown by any other site. */
export const openToAll: WebMiddleware = async (ctx, next) => {
  ctx.set('Access-Control-Allow-Origin', '*');
  ctx.set('Access-Control-Expose-Headers', readable);
  ctx.set('Cross-Origin-Resource-Policy', 'cross-origin');
  await next();
};

/** The same for what wallets ask for: the document of the API does not tell of it, the standards of wallets do. */
export const openToWallets: WebMiddleware = (ctx, next) => openToAll(ctx, next);
