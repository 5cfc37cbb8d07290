import type { CriterionFormView } from '../../../../src/web/application/answers/criterion.view.ts';
import type { FilesView } from '../../../../src/web/application/evidence/criterionFiles.view.ts';
import { pictogram } from '../../../components/pictogram.ts';
import { pill } from '../../../components/pill.ts';
import type { FormState, Frame } from '../../../frame.ts';
import { type Content, type Html, html } from '../../../html.ts';

interface Typed {
  readonly values: FormState['values'];
  readonly error?: string | undefined;
}

/** The documents of one criterion: those that prove it, those to join, and the way to one more. */
export function files(frame: Frame, criterion: CriterionFormView, { values, error }: Typed): Content {
  const { t } = frame;
  const { id, title, files: view } = criterion;
  if (!view) return undefined;
  return html`${error && html`<p class="govuk-error-message" id="${id}.files"><span class="govuk-visually-hidden">${t('site.errorColon')}</span> ${error}</p>`}
${view.joined.length > 0 && html`<ul class="joined" aria-label="${t('evidence.joined', { criterion: id })}">${view.joined.map((file) => joined(frame, file))}</ul>`}
${view.offered.length > 0 && joins(frame, view, title, values)}
<button class="button button--quiet button--small joins__add" type="submit" name="go" value="${view.add}">${pictogram('document', 'pictogram--tiny')}${t('evidence.addHere')}<span class="govuk-visually-hidden">: ${title}</span></button>`;
}

function joined({ t }: Frame, file: FilesView['joined'][number]): Html {
  const { href, name, pills, period, line, withdrawn, part } = file;
  return html`<li class="joined__file">
    ${pictogram('document', 'pictogram--small')}
    <p class="joined__text"><a href="${href}" download>${name}</a>${pills.map((one) => html` ${pill(one)}`)}<span class="task__line">${period} · ${line}</span>${withdrawn && html`<span class="task__line">${t('evidence.withdrawnJoined')}</span>`}</p>
    <button class="button button--quiet button--small" type="submit" name="go" value="${part}">${t('evidence.detach')}<span class="govuk-visually-hidden">: ${name}</span></button>
  </li>`;
}

function joins({ t }: Frame, view: FilesView, title: string, values: FormState['values']): Html {
  const { offered, more, href } = view;
  return html`<details class="disclosure joins">
  <summary>${t('evidence.joinKnown')}<span class="govuk-visually-hidden">: ${title}</span></summary>
  ${offered.map(
    ({ name, text, line }) =>
      html`<label class="joins__one"><input class="tick" type="checkbox" name="${name}" value="yes"${values[name] === 'yes' && html` checked`}><span>${text} <span class="task__line">${line}</span></span></label>`,
  )}
  ${more && html`<p class="small"><a href="${href}">${more}</a></p>`}
  <p class="quiet small">${t('evidence.joinSaved')}</p>
</details>`;
}
