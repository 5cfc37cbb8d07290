import type { CriterionFormView } from '../../../../src/web/application/answers/criterion.view.ts';
import { radioCards } from '../../../components/radioCards.ts';
import { scaleBar } from '../../../components/scaleBar.ts';
import type { Frame } from '../../../frame.ts';
import { type Content, type Html, html } from '../../../html.ts';

/** What the figures say of a criterion. */
export function figures({ t }: Frame, { figures: view }: Pick<CriterionFormView, 'figures'>): Content {
  if (!view) return undefined;
  const { value, formula, missing, notes, bar } = view;
  return html`<div class="well question__figures">
  ${value && html`<p>${t('applicant.criterion.figures')} ${formula && `${formula} = `}<strong>${value}</strong></p>`}
  ${
    !value &&
    missing.length > 0 &&
    html`<p>${t('applicant.criterion.missing')}</p>
  <ul>${missing.map(({ href, text }) => html`<li>${href ? html`<a href="${href}">${text}</a>` : text}</li>`)}</ul>`
  }
  ${notes.map((note) => html`<p class="quiet">${note}</p>`)}
  ${bar && scaleBar(bar)}
</div>`;
}

interface Typed {
  readonly chosen: string | undefined;
  readonly error?: string | undefined;
}

/** The choice of the level of a criterion, or the level where the figures leave no choice. */
export function level(frame: Frame, view: CriterionFormView, { chosen, error }: Typed): Html {
  const { t } = frame;
  const { id, title, naNote, choices, result } = view;
  return html`${naNote && html`<p class="small question__na">${naNote}</p>`}
${
  choices
    ? radioCards(frame, {
        name: `${id}.level`,
        legend: t('applicant.criterion.legend', { title }),
        legendHidden: true,
        error,
        items: choices.map((item) => ({
          ...item,
          checked: item.value === chosen,
          apart: item.value === 'na',
        })),
      })
    : result &&
      html`<div class="choice choice--result">
  <span class="choice__mark" aria-hidden="true"></span>
  <span class="choice__title">${result}</span>
  <span class="choice__text">${t('applicant.criterion.computed')}</span>
</div>`
}`;
}
