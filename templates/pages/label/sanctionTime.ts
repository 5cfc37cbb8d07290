import type { SanctionsView } from '../../../src/web/label/sanctions.view.ts';
import { dateField } from '../../components/fields.ts';
import { stepForm } from '../../components/stepForm.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { card, text } from './sanctions.parts.ts';

type View = SanctionsView & FormState;

/** More time for what a holder owes in proceedings, what they said by telephone, and a reminder of each day. */
export function timeCards(frame: Frame, view: View): Content {
  const { may, href, label, remindedAt } = view;
  const reminder = (of: 'hearing' | 'repair', isOpen: boolean) => [
    lastReminder(frame, remindedAt[of], of),
    isOpen && reminderForm(frame, { action: `${href}/remind-${of}`, revision: label.revision }, of),
  ];
  return [
    reminder('hearing', may.remindHearing),
    reminder('repair', may.remindRepair),
    may.extendHearing && moreTimeCard(frame, view, 'hearing'),
    may.extendRepair && moreTimeCard(frame, view, 'repair'),
    may.recordCall && callCard(frame, view),
  ];
}

function moreTimeCard(frame: Frame, view: View, of: 'hearing' | 'repair'): Html {
  const { t } = frame;
  const [day, reason] = [`${of}DueOn`, `${of}Reason`];
  const step = of === 'hearing' ? 'extendHearing' : 'extendRepair';
  return card(frame, view, { step, fields: [day, reason], kind: 'quiet' }, [
    dateField(frame, {
      name: day,
      label: t('sanctions.newDue'),
      value: view.values[day],
      error: view.refusal.faults[day],
    }),
    text(frame, view, reason, t('issuing.label.reason'), t('sanctions.reasonHint')),
  ]);
}

function callCard(frame: Frame, view: View): Html {
  const { t } = frame;
  const { values, refusal } = view;
  return card(frame, view, { step: 'recordCall', fields: ['calledOn', 'callText'], kind: 'quiet' }, [
    dateField(frame, {
      name: 'calledOn',
      label: t('sanctions.recordCall.on'),
      value: values.calledOn,
      error: refusal.faults.calledOn,
    }),
    text(frame, view, 'callText', t('sanctions.recordCall.said'), t('sanctions.recordCall.saidHint')),
  ]);
}

/** Reminds a holder today, by one button. */
export function reminderForm(
  frame: Frame,
  { action, revision }: { readonly action: string; readonly revision: number },
  of: 'hearing' | 'repair' | 'condition' = 'condition',
): Html {
  return stepForm(frame, { action, revision, text: frame.t(`sanctions.remind.${of}`), kind: 'quiet' });
}

/** When a holder was reminded last; nothing where they were not. */
export function lastReminder(
  { t, date }: Frame,
  at: string | null,
  of: 'hearing' | 'repair' | 'condition' = 'condition',
): Content {
  return at !== null && html`<p class="quiet small">${t(`sanctions.reminded.${of}`, { day: date(at) })}</p>`;
}
