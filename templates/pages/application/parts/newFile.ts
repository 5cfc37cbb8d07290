import type { LibraryView } from '../../../../src/web/application/evidence/evidence.view.ts';
import { button } from '../../../components/button.ts';
import { dateField, fileField } from '../../../components/fields.ts';
import { csrfField } from '../../../components/hidden.ts';
import type { FormState, Frame } from '../../../frame.ts';
import { type Content, type Html, html } from '../../../html.ts';

interface NewFile {
  readonly title: string;
  readonly action: string;
  readonly button: string;
  /** The revision that it replaces. */
  readonly revision?: number;
  /** Another form of the page was refused: its faults are shown there. */
  readonly quiet?: boolean;
}

interface NewFileState extends FormState {
  /** How large (MB) a file may be. */
  readonly maxSize: number;
  /** The other form that was refused has the same fields: what was typed is shown there. */
  readonly describing?: boolean;
}

/** Brings a file with the days that it covers; a form of its own, because it is sent in parts. */
export function newFile(frame: Frame, form: NewFile, view: NewFileState): Html {
  const { t } = frame;
  const { title, action, revision, quiet } = form;
  const values = quiet && view.describing ? {} : view.values;
  const faults = quiet ? {} : view.refusal.faults;
  const kept = quiet ? null : view.kept;
  const day = (name: 'from' | 'until') =>
    dateField(frame, {
      ...{ id: `${quiet ? 'file-' : ''}${name}`, name, label: t(`evidence.${name}`) },
      ...{ value: values[name], error: faults[name] },
    });
  return html`<form class="card question" method="post" enctype="multipart/form-data" action="${action}" novalidate>
  <h2 class="question__title">${title}</h2>
  ${csrfField(frame)}
  ${revision && html`<input type="hidden" name="revision" value="${revision}">`}
  <p class="quiet small">${t('evidence.private')}</p>
  ${!quiet && !kept && view.refusal.summary.length > 0 && html`<p class="banner banner--sun">${t('evidence.again')}</p>`}
  ${fileField(frame, { name: 'file', label: t('evidence.file'), hint: t('evidence.hint', { max: view.maxSize }), error: faults.file, kept })}
  <fieldset class="period">
    <legend>${t('evidence.periodTitle')}</legend>
    <p class="govuk-hint">${t('evidence.periodHint')}</p>
    <div class="period__days">
      ${day('from')}
      ${day('until')}
    </div>
  </fieldset>
  ${button({ text: form.button })}
</form>`;
}

/** Said where no file can be added. */
export function closedLibrary({ t }: Frame, { frame: { editable }, reads }: LibraryView): Content {
  return !editable && html`<p class="banner">${t(reads ? 'applicant.closed.reader' : 'evidence.closed')}</p>`;
}
