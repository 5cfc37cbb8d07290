import type { ConditionCard } from '../../../src/web/label/conditionCards.view.ts';
import type { OfficeConditionsView } from '../../../src/web/label/officeConditions.view.ts';
import { button } from '../../components/button.ts';
import { dateField, textarea } from '../../components/fields.ts';
import { hidden } from '../../components/hidden.ts';
import { barredNote } from '../../components/reasonList.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { conditionHead } from './conditionHead.ts';
import { lastReminder, reminderForm } from './sanctionTime.ts';

type View = OfficeConditionsView & FormState;

/** The conditions of a label on the officers' desk: what was proven, and the forms by which it is judged or gets more time. */
export function officeConditionsPage(frame: Frame, view: View): Html {
  const { t } = frame;
  const { number, organisation, labelHref, cards, open, refusal } = view;
  return staffLayout(
    frame,
    {
      name: `${t('conditions.title')} · ${number}`,
      back: html`<p><a href="${labelHref}">${t('conditions.back')}</a></p>`,
      refusal,
      narrow: true,
    },
    html`<p class="overline">${number} · ${organisation}</p>
<h1>${t('conditions.title')}</h1>
${view.saved && html`<p class="banner banner--good" role="status">${t('surveillance.office.saved')}</p>`}
<p class="lead">${cards.length === 0 ? t('conditions.staff.none') : t('conditions.staff.lead', { open })}</p>
${cards.map((card) => condition(frame, view, card))}
${barredNote(frame, view.barred)}
${view.imposes && imposing(frame, view)}`,
  );
}

/** One condition more; what surveillance showed leads here. */
function imposing(frame: Frame, { href, revision, at, values, refusal: { faults, summary } }: View): Html {
  const { t } = frame;
  const words = (name: 'text' | 'imposedFor', label: string, hint: string) =>
    textarea(frame, { name, label, hint, value: values[name], error: faults[name], rows: 3 });
  return html`<section class="card question" id="impose">
  <details class="disclosure"${at === '' && summary.length > 0 && html` open`}>
  <summary>${t('conditions.staff.impose.title')}</summary>
  <p>${t('conditions.staff.impose.lead')}</p>
  <form method="post" action="${href}/impose" novalidate>
    ${hidden(frame, revision)}
    ${words('text', t('conditions.staff.impose.text'), t('conditions.staff.impose.textHint'))}
    ${dateField(frame, { name: 'imposedDueOn', label: t('conditions.staff.impose.dueOn'), value: values.imposedDueOn, error: faults.imposedDueOn })}
    ${words('imposedFor', t('conditions.staff.impose.reason'), t('sanctions.reasonHint'))}
    ${button({ text: t('conditions.staff.impose.button') })}
  </form>
  </details>
</section>`;
}

function condition(frame: Frame, view: View, card: ConditionCard): Html {
  const { t } = frame;
  return html`<section class="card question" id="condition-${card.id}">
  ${conditionHead(frame, card)}
  ${card.state === 'unmet' && html`<p class="banner banner--sun"><span>${t('conditions.staff.propose')} <a href="${view.labelHref}/sanctions?condition=${card.id}">${t('conditions.staff.toSanctions')}</a></span></p>`}
  ${(card.may.includes('confirm') || card.may.includes('reject')) && judging(frame, view, card)}
  ${card.may.includes('extend') && moreTime(frame, view, card)}
  ${card.may.includes('recordCall') && recordingCall(frame, view, card)}
  ${reminding(frame, view, card)}
</section>`;
}

/** One form for both judgements: its button says which. */
function judging(frame: Frame, view: View, card: ConditionCard): Content {
  const { t } = frame;
  const to = (step: 'confirm' | 'reject') => `${view.href}/${card.id}/${step}`;
  return html`<form method="post" action="${to('confirm')}" novalidate>
  ${hidden(frame, card.revision)}
  ${fields(frame, view, card)}
  <p class="row">
    ${button({ text: t('conditions.staff.confirm') })}
    ${button({ text: t('conditions.staff.reject'), kind: 'quiet', formaction: to('reject') })}
  </p>
</form>`;
}

function moreTime(frame: Frame, view: View, card: ConditionCard): Content {
  const { t } = frame;
  return html`<details class="disclosure"${(view.at === card.id || card.state === 'unmet') && html` open`}>
  <summary>${t('conditions.staff.more')}</summary>
  <form method="post" action="${view.href}/${card.id}/extend" novalidate>
    ${hidden(frame, card.revision)}
    ${fields(frame, view, card)}
    ${button({ text: t('conditions.staff.extend') })}
  </form>
</details>`;
}

function recordingCall(
  frame: Frame,
  { href, at, values, refusal }: View,
  { id, revision }: ConditionCard,
): Content {
  const { t } = frame;
  const isSent = at === id && (refusal.faults.calledOn || refusal.faults.callText);
  const own = (name: 'calledOn' | 'callText') =>
    at === id ? { name, value: values[name], error: refusal.faults[name] } : { name, id: `${name}-${id}` };
  return html`<details class="disclosure after"${isSent && html` open`}>
  <summary>${t('sanctions.recordCall.title')}</summary>
  <p>${t('conditions.staff.call')}</p>
  <form method="post" action="${href}/${id}/record-call" novalidate>
    ${hidden(frame, revision)}
    ${dateField(frame, { label: t('sanctions.recordCall.on'), ...own('calledOn') })}
    ${textarea(frame, { label: t('sanctions.recordCall.said'), hint: t('sanctions.recordCall.saidHint'), rows: 3, ...own('callText') })}
    ${button({ text: t('sanctions.recordCall.button'), kind: 'quiet' })}
  </form>
</details>`;
}

function reminding(frame: Frame, { href, reminders }: View, { id, revision }: ConditionCard): Content {
  const { may = false, at = null } = reminders[id] ?? {};
  return [
    lastReminder(frame, at),
    may &&
      html`<div class="after">${reminderForm(frame, { action: `${href}/${id}/remind`, revision })}</div>`,
  ];
}

/** What was typed and what was wrong with it belong to the condition whose form was sent. */
function fields(frame: Frame, { at, values, refusal }: View, { id }: ConditionCard): Html {
  const { t } = frame;
  const own = (name: 'reason' | 'dueOn') =>
    at === id ? { value: values[name], error: refusal.faults[name] } : { id: `${name}-${id}` };
  return html`${textarea(frame, { name: 'reason', label: t('conditions.staff.reason'), hint: t('conditions.staff.reasonHint'), rows: 3, ...own('reason') })}
${dateField(frame, { name: 'dueOn', label: t('conditions.staff.dueOn'), hint: t('conditions.staff.dueOnHint'), ...own('dueOn') })}`;
}
