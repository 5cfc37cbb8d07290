import type { AgendaChoice } from '../../../src/web/committee/sessions.view.ts';
import { checkbox } from '../../components/choices.ts';
import { dateField, textField } from '../../components/fields.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';

interface PlanView extends FormState {
  readonly choices: readonly AgendaChoice[];
}

/** When and where the committee meets, and on which files. */
export function planFields(frame: Frame, { choices, values, refusal }: PlanView): Html {
  const { t } = frame;
  const { faults, summary } = refusal;
  const isTicked = ({ id, checked }: AgendaChoice) =>
    summary.length > 0 ? values[`file.${id}`] === 'yes' : checked;
  return html`<div class="side-by-side">
  ${dateField(frame, { name: 'day', label: t('sessions.plan.day'), value: values.day, error: faults.day })}
  ${textField(frame, { name: 'time', type: 'time', label: t('sessions.plan.time'), value: values.time, error: faults.time, classes: 'date-input' })}
</div>
${textField(frame, { name: 'place', label: t('sessions.plan.place'), value: values.place, error: faults.place })}
<fieldset class="seats">
  <legend>${t('sessions.plan.agenda')}</legend>
  ${choices.map((choice) => checkbox(frame, { name: `file.${choice.id}`, label: choice.text, value: isTicked(choice) }))}
  ${choices.length === 0 && html`<p class="quiet">${t('sessions.plan.nothing')}</p>`}
</fieldset>`;
}
