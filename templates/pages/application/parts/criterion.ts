import type { CriterionFormView } from '../../../../src/web/application/answers/criterion.view.ts';
import type { ExchangedCard } from '../../../../src/web/application/answers/exchanged.form.ts';
import type { RivalView } from '../../../../src/web/application/answers/rivals.view.ts';
import type { SponsoredCard } from '../../../../src/web/application/submission/sponsorship.view.ts';
import type { FrameView } from '../../../../src/web/views/applicationFrame.view.ts';
import { textarea, textField } from '../../../components/fields.ts';
import { pictogram } from '../../../components/pictogram.ts';
import type { FormState, Frame } from '../../../frame.ts';
import { type Html, html } from '../../../html.ts';
import { earlier } from './earlier.ts';
import { exchanged } from './exchanged.ts';
import { files } from './files.ts';
import { figures, level } from './level.ts';
import { question } from './question.ts';
import { rivals } from './rivals.ts';
import { sponsored } from './sponsored.ts';

/** What a page of criteria shows beside them. */
export interface BesideCriteria {
  readonly frame: Pick<FrameView, 'editable'>;
  readonly rivals: readonly RivalView[];
  readonly sponsored: SponsoredCard | null;
  readonly exchanged: readonly ExchangedCard[];
}

/** One criterion to answer, with what stands beside it. */
export function criterion(frame: Frame, view: CriterionFormView, page: BesideCriteria & FormState): Html {
  const { id } = view;
  const offered = (view.earlier?.offered ?? false) && page.frame.editable;
  return html`<section class="card question" id="${id}" aria-labelledby="${id}-title">
  ${question(frame, view, html`<span class="code">${id}</span>`, 2)}
  ${proofs(frame, view)}
  <div data-live="${id}.rivals">${rivals(frame, page.rivals, id)}</div>
  ${page.sponsored?.criterion === id && sponsored(frame, page.sponsored)}
  ${page.exchanged.filter(({ criterion }) => criterion === id).map((card) => exchanged(frame, card, view.title))}
  ${view.earlier && earlier(frame, view.earlier, view, offered)}
  ${offered ? changed(frame, view, page) : answer(frame, view, page)}
  <input type="hidden" name="${id}.versionToken" value="${view.versionToken}">
</section>`;
}

function proofs({ t }: Frame, { title, proofs: list }: CriterionFormView): Html {
  return html`<details class="disclosure question__proofs">
    <summary>${t('applicant.criterion.proofs')}<span class="govuk-visually-hidden">: ${title}</span></summary>
    <ul class="proofs">${list.map((proof) => html`<li>${pictogram('document', 'pictogram--tiny')}<span>${proof}</span></li>`)}</ul>
  </details>`;
}

/** Last cycle's answer can be said again: another one is given below a fold. */
function changed(frame: Frame, view: CriterionFormView, page: FormState): Html {
  const refused = (['level', 'evidence', 'comment'] as const).some(
    (field) => page.refusal.faults[`${view.id}.${field}`],
  );
  return html`<details class="disclosure question__changed"${refused && html` open`}><summary>${frame.t('renewal.changed')}<span class="govuk-visually-hidden">: ${view.title}</span></summary>
  ${answer(frame, view, page)}
  </details>`;
}

function answer(frame: Frame, view: CriterionFormView, { values, refusal: { faults } }: FormState): Html {
  const { t } = frame;
  const { id, title, evidenceDue, commentDue } = view;
  const field = (name: 'evidence' | 'comment') => ({
    name: `${id}.${name}`,
    value: values[`${id}.${name}`],
    error: faults[`${id}.${name}`],
  });
  const comment = field('comment');
  return html`<div data-live="${id}.figures">${figures(frame, view)}</div>
  <div data-live="${id}.level">${level(frame, view, { chosen: values[`${id}.level`], error: faults[`${id}.level`] })}</div>
  <div class="evidence">
    ${textField(frame, {
      ...field('evidence'),
      label: t('applicant.criterion.evidence'),
      hint: t(evidenceDue ? 'applicant.criterion.evidenceDue' : 'applicant.criterion.evidenceHint'),
      autocomplete: 'off',
      groupClass: 'evidence__field',
    })}
    <div data-live="${id}.files">${files(frame, view, { values, error: faults[`${id}.files`] })}</div>
  </div>
  <details class="disclosure question__comment"${(commentDue || comment.value || comment.error) && html` open`}>
    <summary>${t('applicant.criterion.comment')}<span class="govuk-visually-hidden">: ${title}</span></summary>
    ${textarea(frame, { ...comment, label: t('applicant.criterion.commentLabel'), rows: 3 })}
  </details>`;
}
