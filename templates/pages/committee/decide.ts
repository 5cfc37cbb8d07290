import type { StaffDeliberation } from '../../../src/web/committee/deliberation.view.ts';
import { button } from '../../components/button.ts';
import { outcomeRadios } from '../../components/decision.ts';
import { dateField, textarea } from '../../components/fields.ts';
import { hidden } from '../../components/hidden.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';

export interface DecideView extends StaffDeliberation {
  /** Numbers of the conditions that the form has room for. */
  readonly rows: readonly number[];
}

type View = DecideView & FormState;

/** What the committee decided, entered by who chairs the file. */
export function decideForm(frame: Frame, view: View): Html {
  const { t } = frame;
  const { href, application, values, refusal } = view;
  const { faults } = refusal;
  return html`<h2 id="decide">${t('staff.decide.title')}</h2>
<form class="card" method="post" action="${href}/decide" novalidate>
  ${hidden(frame, application.revision)}
  ${outcomeRadios(frame, application, { name: 'outcome', label: t('staff.decide.outcome'), value: values.outcome, error: faults.outcome })}
  ${textarea(frame, { name: 'reason', label: t('staff.decide.reason'), hint: t('staff.decide.reasonHint'), value: values.reason, error: faults.reason })}
  ${application.context.kind !== 'extension' && conditions(frame, view)}
  <p class="quiet">${t('staff.decide.sealed')}</p>
  ${button({ text: t('staff.decide.button') })}
</form>`;
}

function conditions(frame: Frame, { rows, values, refusal }: View): Html {
  const { t } = frame;
  const field = (name: string) => ({ name, value: values[name], error: refusal.faults[name] });
  const isBegun = values['condition.1'] || values['conditionDue.1'];
  return html`<details class="disclosure"${isBegun && html` open`}>
  <summary>${t('sessions.conditions')}</summary>
  <p class="quiet">${t('staff.decide.conditionHint')}</p>
  ${rows.map((n) => [
    textarea(frame, { ...field(`condition.${n}`), label: t('sessions.condition', { n }), rows: 2 }),
    dateField(frame, { ...field(`conditionDue.${n}`), label: t('sessions.conditionDue', { n }) }),
  ])}
</details>`;
}

/** Putting the file off to another session. */
export function deferForm(frame: Frame, { href, application, values, refusal }: View): Html {
  const { t } = frame;
  return html`<details class="disclosure after"${values.putOff && html` open`}>
  <summary>${t('sessions.defer.title')}</summary>
  <form class="card" method="post" action="${href}/defer" novalidate>
    ${hidden(frame, application.revision)}
    ${textarea(frame, { name: 'putOff', label: t('sessions.defer.reason'), hint: t('sessions.defer.hint'), value: values.putOff, error: refusal.faults.putOff, rows: 3 })}
    ${button({ text: t('sessions.defer.button'), kind: 'quiet' })}
  </form>
</details>`;
}
