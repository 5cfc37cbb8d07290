import type { QuestionnaireView } from '../../../../src/web/application/questionnaire/questionnaires.view.ts';
import type { Frame } from '../../../frame.ts';
import { type Content, type Html, html } from '../../../html.ts';

type Told = NonNullable<QuestionnaireView['groups'][number]['statements'][number]['told']>;

const steps = [1, 2, 3, 4, 5] as const;
/** A step that takes less of the bar (per cent) has no room for its number. */
const narrowest = 8;

/** What was answered: how far it speaks for all, then each statement as a bar, with its numbers as a table. */
export function questionnaireResult(frame: Frame, view: QuestionnaireView): Html {
  const { t } = frame;
  const { share, groups, byCode } = view;
  return html`<p>${share === null ? html`<strong>${t('questionnaire.more')}</strong>` : t('questionnaire.share', { share })}</p>
<p class="quiet small">${t(byCode ? 'questionnaire.honestByCode' : 'questionnaire.honest')} ${t('questionnaire.same')} ${t('questionnaire.inFives')}</p>
<ul class="surveyed__key" aria-hidden="true">
  ${steps.map((step) => html`<li><svg width="14" height="14"><rect class="scale__part scale__part--${step - 1}" width="14" height="14" rx="4"/></svg> ${t(`questionnaire.steps.${step}`)}</li>`)}
</ul>
${groups.map(
  ({ criterion, title, statements }) => html`<section class="card question" aria-labelledby="${criterion}">
  <h2 class="question__title" id="${criterion}"><span class="code">${criterion}</span> ${title}</h2>
  ${statements.map(({ text, told }) => statement(frame, text, told))}
</section>`,
)}`;
}

function statement(frame: Frame, text: string, told: Told | null): Html {
  const { t, number } = frame;
  return html`<div class="surveyed">
  <h3 class="surveyed__text">${text}</h3>
  ${
    told
      ? html`<p class="surveyed__mean">${t('questionnaire.mean', { mean: number(told.mean, 1) })}</p>
  ${bar(told)}
  ${numbers(frame, told, text)}`
      : html`<p class="quiet">${t('questionnaire.untold')}</p>`
  }
</div>`;
}

/** Drawn for eyes alone: its numbers stand in the table. */
function bar({ steps: drawn }: Told): Html {
  return html`<svg class="surveyed__bar" width="100%" height="30" aria-hidden="true" focusable="false">
  ${drawn.map(
    ({ step, count, x, width }) =>
      count > 0 &&
      html`<rect class="scale__part scale__part--${step - 1}" x="${x}%" width="${width}%" height="30"/>${width >= narrowest && html`<text class="surveyed__count" x="${x + width / 2}%" y="20" text-anchor="middle">${count}</text>`}`,
  )}
</svg>`;
}

function numbers({ t, number }: Frame, { steps: drawn, none }: Told, text: string): Content {
  return html`<details class="disclosure">
    <summary>${t('questionnaire.table')}<span class="govuk-visually-hidden">: ${text}</span></summary>
    <table class="surveyed__table">
      <tbody>
        ${drawn.map(({ step, count }) => html`<tr><th scope="row">${t(`questionnaire.steps.${step}`)}</th><td>${number(count)}</td></tr>`)}
        <tr><th scope="row">${t('questionnaire.noneColumn')}</th><td>${number(none)}</td></tr>
      </tbody>
    </table>
  </details>`;
}
