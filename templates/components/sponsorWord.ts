import type { SponsorWord } from '../../src/web/application/submission/sponsorship.view.ts';
import type { Frame } from '../frame.ts';
import { type Content, type Html, html } from '../html.ts';
import { pill } from './pill.ts';

/** The word of a holder for an application. */
export function sponsorWord({ state, on, sponsor, label, note }: SponsorWord, level: number): Html {
  return html`<section class="card question">
  <p class="question__head">${pill(state)}<span class="quiet small">${on}</span></p>
  <h${level} class="question__title">${sponsor}</h${level}>
  <p class="offer__line"><a href="${label.href}">${label.number}</a></p>
  ${note && html`<p class="reason">${note}</p>`}
</section>`;
}

/** The words given for a file, where it is read: beside it, and not counted. */
export function sponsorWords({ t }: Frame, words: readonly SponsorWord[], level: number): Content {
  if (words.length === 0) return undefined;
  return html`<h${level}>${t('sponsorship.notCounted')}</h${level}>
<p class="quiet">${t('sponsorship.notCountedText')}</p>
${words.map((word) => sponsorWord(word, level + 1))}`;
}
