import type { Sponsorship } from '../../src/commands/items/items.ts';
import type { Frame } from '../frame.ts';
import { type Content, type Html, html } from '../html.ts';
import { pill } from './pill.ts';

/** How each state of a sponsorship looks. */
export const sponsorTones = { asked: 'sun', given: 'leaf', declined: '', withdrawn: '' } as const;

/** The word of a holder for an application. */
export function sponsorWord({ t, lang, date }: Frame, word: Sponsorship, level: number): Html {
  const { state, sponsor, labelNumber, note, askedAt, answeredAt } = word;
  return html`<section class="card question">
  <p class="question__head">${pill({ tone: sponsorTones[state], text: t(`sponsorship.state.${state}`) })}<span class="quiet small">${date(answeredAt ?? askedAt)}</span></p>
  <h${level} class="question__title">${sponsor}</h${level}>
  <p class="offer__line"><a href="/${lang}/labels/${labelNumber}">${labelNumber}</a></p>
  ${note && html`<p class="reason">${note}</p>`}
</section>`;
}

/** The words given for a file, where it is read: beside it, and not counted. */
export function sponsorWords(frame: Frame, words: readonly Sponsorship[], level: number): Content {
  const { t } = frame;
  if (words.length === 0) return undefined;
  return html`<h${level}>${t('sponsorship.notCounted')}</h${level}>
<p class="quiet">${t('sponsorship.notCountedText')}</p>
${words.map((word) => sponsorWord(frame, word, level + 1))}`;
}
