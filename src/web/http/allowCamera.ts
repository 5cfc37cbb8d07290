import type { WebContext } from './state.ts';

/** What reads a code on the page that scans; the decoder is fetched only by browsers that have none. */
const scripts = ['scan.js', 'qrDecode.js', 'qrIndex.js'];

/**
 * Lets the public page that is answered use the camera and run the scripts that read a code from it, and no other: they are named
 * by their address, because a page that is the same for all can carry no nonce.
 */
export function allowCamera(ctx: WebContext): void {
  const allowed = scripts.map((name) => `${ctx.host}/assets/${name}`).join(' ');
  const policy = ctx.response.get('Content-Security-Policy');
  ctx.set('Content-Security-Policy', policy.replace("script-src 'none'", `script-src ${allowed}`));
  const permissions = ctx.response.get('Permissions-Policy');
  ctx.set('Permissions-Policy', permissions.replace('camera=()', 'camera=(self)'));
}
