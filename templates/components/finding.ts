import type { FindingCard } from '../../src/web/views/findingCards.view.ts';
import type { Frame } from '../frame.ts';
import { type Content, type Html, html } from '../html.ts';

/** What is missing, how grave it is, where it stands. */
export function findingHead(card: FindingCard, level: number): Html {
  return html`<p class="question__head"><span class="pill pill--${card.major ? 'coral' : 'sun'}" title="${card.gradeText}">${card.grade}</span> <span class="pill pill--${card.tone}">${card.state}</span>${card.due && html` <span class="quiet">${card.due}</span>`}</p>
<h${level} class="question__title">${card.place}</h${level}>
<p class="asked">${card.text}</p>
${card.label && html`<p class="quiet small">${card.label}</p>`}`;
}

/** What was said about it, the oldest first. */
export function findingWords({ t }: Frame, { words }: Pick<FindingCard, 'words'>): Html | undefined {
  if (words.length === 0) return undefined;
  return html`<ol class="plain said" aria-label="${t('findings.history')}">
  ${words.map(
    ({ said, text, files }) => html`<li class="well">
    <p class="place__by">${said}</p>
    ${text && html`<p class="asked">${text}</p>`}
    ${files.length > 0 && html`<ul class="filelist">${files.map(({ href, name }) => html`<li><a href="${href}" download>${name}</a></li>`)}</ul>`}
  </li>`,
  )}
</ol>`;
}

/** What was typed into a form that is not there any more. */
export function findingKept({ t }: Frame, typed: string | undefined): Content {
  return (
    typed &&
    html`<div class="well"><p class="place__by">${t('findings.kept')}</p><p class="asked">${typed}</p></div>`
  );
}

/** All of them, to be read. */
export function findingsRead(frame: Frame, cards: readonly FindingCard[]): Content {
  return cards.map(
    (card) => html`<section class="card question" aria-label="${card.place}">
  ${findingHead(card, 3)}
  ${card.words.length > 0 && html`<details class="disclosure small"><summary>${frame.t('findings.history')}<span class="govuk-visually-hidden">: ${card.place}</span></summary>${findingWords(frame, card)}</details>`}
</section>`,
  );
}
