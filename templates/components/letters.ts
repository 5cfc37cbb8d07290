import type { Frame } from '../frame.ts';
import { type Html, html } from '../html.ts';

/** The letters of decisions, the newest first, by when each was announced; `href` is the address of their file. */
export function letterItems({ t, date }: Frame, href: string, announced: readonly string[]): Html[] {
  const letters = announced.map((at, i) => {
    const text = t('papers.decision.letter', { day: date(at) });
    return html`<li><a href="${href}/decision/${i + 1}.pdf">${text}</a></li>`;
  });
  return letters.reverse();
}

/** The same as a list of files. */
export function letterList(frame: Frame, href: string, announced: readonly string[]): Html | undefined {
  if (announced.length === 0) return undefined;
  return html`<ul class="filelist">${letterItems(frame, href, announced)}</ul>`;
}
