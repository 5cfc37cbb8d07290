import type { ConditionCard } from '../../../src/web/label/conditionCards.view.ts';
import { fileLink } from '../../components/evidence.ts';
import { pill } from '../../components/pill.ts';
import type { Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';

/** The ground of the word of a state. */
export const conditionTones = {
  open: 'sun',
  proofSubmitted: 'lake',
  unmet: 'coral',
  met: 'leaf',
  dropped: 'lake',
} as const;

/** What is to be done and until when, where it stands, and what was said about it, the oldest first. */
export function conditionHead(frame: Frame, card: ConditionCard): Content {
  const { t } = frame;
  const { state, text, due, left, agreed } = card;
  return html`<p class="question__head">${pill({ tone: conditionTones[state], text: t(`states.condition.${state}`) })} <span class="quiet">${due}</span>${left && html` <strong>${left}</strong>`}</p>
<h2 class="question__title asked">${text}</h2>
${agreed && html`<p class="quiet small">${agreed}</p>`}
${conditionWords(frame, card)}`;
}

function conditionWords(frame: Frame, { words }: ConditionCard): Html | undefined {
  const { t, date } = frame;
  if (words.length === 0) return undefined;
  return html`<ol class="plain said" aria-label="${t('conditions.history')}">
  ${words.map(
    ({ step, at, on = at, text, documents, dueOn }) => html`<li class="well">
    <p class="place__by">${t(`conditions.step.${step}`, { on: date(on) })}</p>
    ${text && html`<p class="asked">${text}</p>`}
    ${dueOn && html`<p class="quiet small">${t('conditions.newDue', { due: date(dueOn) })}</p>`}
    ${documents.length > 0 && html`<ul class="filelist">${documents.map((file) => html`<li>${fileLink(frame, file)}</li>`)}</ul>`}
  </li>`,
  )}
</ol>`;
}
