import type { WebContext } from './state.ts';

/** A letter brings its own style and nothing else: no script, no form, nothing loaded. */
const letterPolicy = "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'";

/** Answers with a letter as a mail program would show it, shut off from the pages. */
export function letterAnswer(ctx: WebContext, html: string): void {
  ctx.body = html;
  ctx.type = 'html';
  ctx.set('Content-Security-Policy', letterPolicy);
}
