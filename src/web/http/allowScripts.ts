import type { WebContext } from './state.ts';

/** What a public page may ask a browser for, each by a page of its own. */
type Permission = 'camera' | 'geolocation';

/**
 * Lets the public page that is answered ask for one thing and run the scripts that need it, and no other: they are named
 * by their address, because a page that is the same for all can carry no nonce.
 */
export function allowScripts(ctx: WebContext, permission: Permission, scripts: readonly string[]): void {
  const allowed = scripts.map((name) => `${ctx.host}/assets/${name}`).join(' ');
  const policy = ctx.response.get('Content-Security-Policy');
  ctx.set('Content-Security-Policy', policy.replace("script-src 'none'", `script-src ${allowed}`));
  const permissions = ctx.response.get('Permissions-Policy');
  ctx.set('Permissions-Policy', permissions.replace(`${permission}=()`, `${permission}=(self)`));
}

/** Lets the private page that is answered run one script of ours as a worker, and no other. */
export function allowWorker(ctx: WebContext, name: string): void {
  const policy = ctx.response.get('Content-Security-Policy');
  ctx.set('Content-Security-Policy', `${policy};worker-src ${ctx.host}/assets/${name}`);
}
