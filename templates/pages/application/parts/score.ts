import type { ScoreView } from '../../../../src/web/application/answers/score.view.ts';
import { progress } from '../../../components/progress.ts';
import type { Frame } from '../../../frame.ts';
import { type Html, html } from '../../../html.ts';

/** Beside a working copy: its score and what keeps the label away; with the radar where answers change it. */
export function score({ t, number }: Frame, view: ScoreView, withRadar = false): Html {
  const { value, answered, needed, notes, radar } = view;
  return html`<div data-live="score">
<section class="panel score" aria-labelledby="score-title">
  <h2 class="govuk-visually-hidden" id="score-title">${t('applicant.score.title')}</h2>
  <p class="score__figure"><span class="score__value">${number(value)}</span><span class="score__of">${t('applicant.score.of')}<small>${needed}</small></span></p>
  ${progress(value, 100, '', 'lake')}
  <p class="progress__label">${t('applicant.score.answers')} <strong class="score__count">${answered.value} / ${answered.max}</strong></p>
  ${progress(answered.value, answered.max, '', 'sun')}
  <ul class="notes">
    ${notes.map(
      ({ tone, text, href }) =>
        html`<li class="note note--${tone}">${text.split('**').map((part, i) => (i % 2 === 1 ? html`<strong>${part}</strong>` : part))}${href && html` <a href="${href}">${t('applicant.score.go')}</a>`}</li>`,
    )}
  </ul>
</section>
${
  withRadar &&
  radar &&
  html`<section class="panel">
  <h2 class="panel__title">${t('applicant.score.byTheme')}</h2>
  ${radar}
  <p class="quiet small">${t('applicant.score.floorLine')}</p>
</section>`
}
</div>`;
}
