import type { Frame } from '../frame.ts';
import { type Content, html } from '../html.ts';
import { reasonTexts } from '../staffWords.ts';

/** What keeps something from being done: it stops it, or it is still missing; `spaced` where more follows in the same card. */
export function reasonList(reasons: readonly Content[], kind: 'stop' | 'missing', spaced = false): Content {
  return (
    reasons.length > 0 &&
    html`<ul class="notes${spaced && ' notes--spaced'}">${reasons.map((reason) => html`<li class="note note--${kind}">${reason}</li>`)}</ul>`
  );
}

/** Why a person's parts in a file keep them from what others can do on a page, where the buttons would be. */
export function barredNote(frame: Frame, barred: readonly string[]): Content {
  return reasonList(reasonTexts(frame, barred), 'stop', true);
}
