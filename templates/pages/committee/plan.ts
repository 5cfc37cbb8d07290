import type { SessionList } from '../../../src/commands/committee/views/listSessions.ts';
import { checkbox } from '../../components/choices.ts';
import { dateField, textField } from '../../components/fields.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';

type Files = SessionList['waiting'];

/** When and where the committee meets, and on which files: some that are ticked at first, and others. */
export function planFields(
  frame: Frame,
  { values, refusal }: FormState,
  ticked: Files,
  others: Files = [],
): Html {
  const { t } = frame;
  const { faults, summary } = refusal;
  const box = ({ file: { id }, name }: Files[number], checked: boolean) => {
    const value = summary.length > 0 ? values[`file.${id}`] === 'yes' : checked;
    return checkbox(frame, { name: `file.${id}`, label: `${name.name} · ${id}`, value });
  };
  return html`<div class="side-by-side">
  ${dateField(frame, { name: 'day', label: t('sessions.plan.day'), value: values.day, error: faults.day })}
  ${textField(frame, { name: 'time', type: 'time', label: t('sessions.plan.time'), value: values.time, error: faults.time, classes: 'date-input' })}
</div>
${textField(frame, { name: 'place', label: t('sessions.plan.place'), value: values.place, error: faults.place })}
<fieldset class="seats">
  <legend>${t('sessions.plan.agenda')}</legend>
  ${ticked.map((one) => box(one, true))}${others.map((one) => box(one, false))}
  ${ticked.length + others.length === 0 && html`<p class="quiet">${t('sessions.plan.nothing')}</p>`}
</fieldset>`;
}
