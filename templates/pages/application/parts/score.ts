import type { ScoreView } from '../../../../src/web/application/answers/score.view.ts';
import { progress } from '../../../components/progress.ts';
import type { Frame } from '../../../frame.ts';
import { type Content, type Html, html } from '../../../html.ts';

/** Beside a working copy: its score and what keeps the label away; with the radar where answers change it. */
export function score(frame: Frame, view: ScoreView, withRadar = false): Html {
  const { t, number } = frame;
  const { value, answered, needed } = view;
  return html`<div data-live="score">
<section class="panel score" aria-labelledby="score-title">
  <h2 class="govuk-visually-hidden" id="score-title">${t('applicant.score.title')}</h2>
  <p class="score__figure"><span class="score__value">${number(value)}</span><span class="score__of">${t('applicant.score.of')}<small>${needed}</small></span></p>
  ${progress(value, 100, '', 'lake')}
  <p class="progress__label">${t('applicant.score.answers')} <strong class="score__count">${answered.value} / ${answered.max}</strong></p>
  ${progress(answered.value, answered.max, '', 'sun')}
  ${notes(frame, view)}
</section>
${withRadar && view.radar && html`<section class="panel">${byTheme(frame, view)}</section>`}
</div>`;
}

/** The same on a phone, in the bar that saves: score and number of gaps, and what opens from them. */
export function scoreBar(frame: Frame, view: ScoreView): Html {
  const { t, number } = frame;
  const count = view.notes.filter(({ tone }) => tone === 'missing').length;
  return html`<details class="savebar__score">
  <summary><span data-live="scoreBar"><strong>${number(view.value)}</strong> ${t('applicant.score.of')} · ${t('applicant.score.gaps', { count })}</span></summary>
  <div class="savebar__sheet" data-live="scoreSheet">
    <p>${t('applicant.score.answers')} <strong>${view.answered.value} / ${view.answered.max}</strong> · ${view.needed}</p>
    ${notes(frame, view)}
    ${view.radar && byTheme(frame, view)}
  </div>
</details>`;
}

function notes({ t }: Frame, view: ScoreView): Html {
  return html`<ul class="notes">
    ${view.notes.map(
      ({ tone, text, href }) =>
        html`<li class="note note--${tone}">${text.split('**').map((part, i) => (i % 2 === 1 ? html`<strong>${part}</strong>` : part))}${href && html` <a href="${href}">${t('applicant.score.go')}</a>`}</li>`,
    )}
  </ul>`;
}

function byTheme({ t }: Frame, { radar }: ScoreView): Content {
  return html`<h2 class="panel__title">${t('applicant.score.byTheme')}</h2>
  ${radar}
  <p class="quiet small">${t('applicant.score.floorLine')}</p>`;
}
