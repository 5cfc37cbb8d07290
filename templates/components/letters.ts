import type { LetterView } from '../../src/web/views/decision.view.ts';
import { type Html, html } from '../html.ts';

/** The letters of decisions, the newest first. */
export function letterList(letters: readonly LetterView[]): Html | undefined {
  if (letters.length === 0) return undefined;
  return html`<ul class="filelist">${letters.map(({ href, text }) => html`<li><a href="${href}">${text}</a></li>`)}</ul>`;
}
