import type { FindingCard } from '../../src/web/views/findingCards.view.ts';
import type { Frame } from '../frame.ts';
import { type Content, type Html, html } from '../html.ts';
import { fileLink } from './evidence.ts';
import { criterionLinks } from './explained.ts';

const tones: Readonly<Record<FindingCard['state'], 'sun' | 'lake' | 'leaf' | 'coral'>> = {
  raised: 'sun',
  actionProposed: 'lake',
  actionAccepted: 'sun',
  proofSubmitted: 'lake',
  escalated: 'coral',
  dropped: 'lake',
  closed: 'leaf',
};

/** What is missing, how grave it is, where it stands. */
export function findingHead(frame: Frame, card: FindingCard, level: number): Html {
  const { t } = frame;
  const { grade, state, due, place, version, text, labelNumber } = card;
  return html`<p class="question__head"><span class="pill pill--${grade === 'major' ? 'coral' : 'sun'}" title="${t(`findings.gradeText.${grade}`)}">${t(`findings.grade.${grade}`)}</span> <span class="pill pill--${tones[state]}">${t(`states.finding.${state}`)}</span>${due && html` <span class="quiet">${t('findings.due', { due })}</span>`}</p>
<h${level} class="question__title">${criterionLinks(frame, version, place)}</h${level}>
<p class="asked">${text}</p>
${labelNumber !== null && html`<p class="quiet small">${t('findings.label', { number: labelNumber })}</p>`}`;
}

/** What was said about it, the oldest first. */
export function findingWords(frame: Frame, { words }: Pick<FindingCard, 'words'>): Html | undefined {
  const { t, date } = frame;
  if (words.length === 0) return undefined;
  return html`<ol class="plain said" aria-label="${t('findings.history')}">
  ${words.map(
    ({ step, at, text, documents }) => html`<li class="well">
    <p class="place__by">${t(`findings.step.${step}`, { on: date(at) })}</p>
    ${text && html`<p class="asked">${text}</p>`}
    ${documents.length > 0 && html`<ul class="filelist">${documents.map((file) => html`<li>${fileLink(frame, file)}</li>`)}</ul>`}
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
  ${findingHead(frame, card, 3)}
  ${card.words.length > 0 && html`<details class="disclosure small"><summary>${frame.t('findings.history')}<span class="govuk-visually-hidden">: ${card.place}</span></summary>${findingWords(frame, card)}</details>`}
</section>`,
  );
}
