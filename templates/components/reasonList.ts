import { type Content, html } from '../html.ts';

/** What keeps something from being done: it stops it, or it is still missing. */
export function reasonList(reasons: readonly string[], kind: 'stop' | 'missing'): Content {
  return (
    reasons.length > 0 &&
    html`<ul class="notes">${reasons.map((reason) => html`<li class="note note--${kind}">${reason}</li>`)}</ul>`
  );
}
