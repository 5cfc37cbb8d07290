import type { ScoreView } from '../../../../src/web/application/answers/score.view.ts';
import type { FrameView } from '../../../../src/web/views/applicationFrame.view.ts';
import { csrfField } from '../../../components/hidden.ts';
import type { Frame } from '../../../frame.ts';
import { attributes, type Content, type Html, html } from '../../../html.ts';
import { saveBar } from './saveBar.ts';

interface WholeForm {
  readonly legend: string;
  /** The address of the page where it is not given. */
  readonly action?: string;
  /** Its script saves each change on its own. */
  readonly autosave?: boolean;
  /** Some of its buttons save and do something else: Enter in a field must not press those. */
  readonly enterSaves?: boolean;
  /** Where the file stands, which a phone shows in the bar. */
  readonly score?: ScoreView;
  readonly fields: Content;
}

/** The form that a page of an application is; nothing can be typed where the file takes no answers. */
export function wholeForm(frame: Frame, { editable }: Pick<FrameView, 'editable'>, form: WholeForm): Html {
  const { legend, action, autosave, enterSaves, score, fields } = form;
  return html`<form method="post"${attributes({ action })} novalidate${editable && autosave && html` data-autosave`}>
  <fieldset class="whole-form"${!editable && html` disabled`}>
    <legend class="govuk-visually-hidden">${legend}</legend>
    ${csrfField(frame)}${
      // Enter presses the first button of a form.
      editable &&
      enterSaves &&
      html`<button class="govuk-visually-hidden" type="submit" name="go" value="next" tabindex="-1" aria-hidden="true"></button>`
    }
    ${fields}
    ${editable && saveBar(frame, score)}
  </fieldset>
</form>`;
}
