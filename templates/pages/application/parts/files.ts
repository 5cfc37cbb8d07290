import type { CriterionFormView } from '../../../../src/web/application/answers/criterion.view.ts';
import type { FilesView } from '../../../../src/web/application/evidence/criterionFiles.view.ts';
import { fileLink, periodText } from '../../../components/evidence.ts';
import { textField } from '../../../components/fields.ts';
import { pictogram } from '../../../components/pictogram.ts';
import type { FormState, Frame } from '../../../frame.ts';
import { type Content, type Html, html } from '../../../html.ts';
import { documentLine, documentPills } from './documentWords.ts';

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
${view.joined.length > 0 && html`<ul class="joined" aria-label="${t('evidence.joined', { criterion: id })}">${view.joined.map((file) => joined(frame, id, file, values))}</ul>`}
${view.offered.length > 0 && joins(frame, { ...criterion, files: view }, values)}
<button class="button button--quiet button--small joins__add" type="submit" name="go" value="file.${id}">${pictogram('document', 'pictogram--tiny')}${t('evidence.addHere')}<span class="govuk-visually-hidden">: ${title}</span></button>
${view.questionnaires && html`<p class="after-button"><a href="${view.questionnaires}">${t('questionnaire.fromCriterion')}</a></p>`}`;
}

function joined(
  frame: Frame,
  criterion: string,
  file: FilesView['joined'][number],
  values: FormState['values'],
): Html {
  const { t } = frame;
  const { id, latest, withdrawn } = file;
  return html`<li class="joined__file">
    ${pictogram('document', 'pictogram--small')}
    <p class="joined__text">${fileLink(frame, latest)}${documentPills(frame, file).map((one) => html` ${one}`)}<span class="task__line">${documentLine(frame, file)}</span>${withdrawn && html`<span class="task__line">${t('evidence.withdrawnJoined')}</span>`}</p>
    <button class="button button--quiet button--small" type="submit" name="go" value="part.${criterion}.${id}">${t('evidence.detach')}<span class="govuk-visually-hidden">: ${latest.name}</span></button>
    ${passage(frame, criterion, file, values)}
  </li>`;
}

/** Where the reviewer is to look in a document. */
function passage(
  frame: Frame,
  criterion: string,
  { id, latest, passage: there }: FilesView['joined'][number],
  values: FormState['values'],
): Html {
  const { t } = frame;
  const [page, quote] = [`${criterion}.page.${id}`, `${criterion}.quote.${id}`];
  const shown = { [page]: there?.page ?? '', [quote]: there?.quote ?? '', ...values };
  return html`<details class="disclosure passage"${(shown[page] || shown[quote]) && html` open`}>
    <summary>${t('evidence.passage.title')}<span class="govuk-visually-hidden">: ${latest.name}</span></summary>
    <p class="quiet small">${t('evidence.passage.hint')}</p>
    <div class="passage__fields">
      ${textField(frame, { name: page, label: t('evidence.passage.page'), value: shown[page], inputmode: 'numeric', autocomplete: 'off', groupClass: 'passage__page' })}
      ${textField(frame, { name: quote, label: t('evidence.passage.quote'), value: shown[quote], autocomplete: 'off', groupClass: 'passage__quote', attributes: { maxlength: '200' } })}
    </div>
  </details>`;
}

interface Joinable extends Pick<CriterionFormView, 'id' | 'title'> {
  readonly files: FilesView;
}

function joins(
  frame: Frame,
  { id: criterion, title, files: view }: Joinable,
  values: FormState['values'],
): Html {
  const { t } = frame;
  const { offered, more, href } = view;
  return html`<details class="disclosure joins">
  <summary>${t('evidence.joinKnown')}<span class="govuk-visually-hidden">: ${title}</span></summary>
  ${offered.map(
    ({ id, latest }) =>
      html`<label class="joins__one"><input class="tick" type="checkbox" name="${criterion}.join.${id}" value="yes"${values[`${criterion}.join.${id}`] === 'yes' && html` checked`}><span>${latest.name} <span class="task__line">${periodText(frame, latest)}</span></span></label>`,
  )}
  ${more > 0 && html`<p class="small"><a href="${href}">${t('evidence.more', { count: more })}</a></p>`}
  <p class="quiet small">${t('evidence.joinSaved')}</p>
</details>`;
}
