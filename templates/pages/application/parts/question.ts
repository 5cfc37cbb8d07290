import type { CriterionFormView } from '../../../../src/web/application/answers/criterion.view.ts';
import { pill } from '../../../components/pill.ts';
import type { Frame } from '../../../frame.ts';
import { type Html, html } from '../../../html.ts';

/** What a criterion asks, below its code and the level that is compulsory. */
export function question({ t }: Frame, view: CriterionFormView, code: Html, heading: 2 | 3): Html {
  const { id, title, help, mandatory } = view;
  return html`<p class="question__head">${code}${mandatory && pill({ tone: mandatory.due ? 'sun' : '', text: t(`applicant.criterion.mandatory.${mandatory.due ? 'first' : 'renewal'}`, { level: mandatory.level }) })}</p>
  <h${heading} class="question__title" id="${id}-title">${title}</h${heading}>
  <p class="question__asked">${view.question}</p>
  ${help && html`<p class="question__help">${help}</p>`}`;
}
