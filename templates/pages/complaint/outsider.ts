import type { viewOutsider } from '../../../src/commands/desk/casework/nameOutsider.ts';
import { button } from '../../components/button.ts';
import { textField } from '../../components/fields.ts';
import { hidden } from '../../components/hidden.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { dueDay, personName, reasonTexts } from '../../staffWords.ts';
import { complaintPill } from './complaintPill.ts';

export interface OutsiderView {
  readonly complaint: Awaited<ReturnType<typeof viewOutsider>>;
}

type View = OutsiderView & FormState;

/** Where an administrator invites somebody from outside to handle a complaint, with what keeps each officer away. */
export function outsiderPage(frame: Frame, view: View): Html {
  const { t, time } = frame;
  const { complaint, refusal } = view;
  const { id, kind, state, receivedAt, dueAt, outsider, officers, officersLeft, isOpen } = complaint;
  return staffLayout(
    frame,
    { name: `${t('complaints.desk.one')} ${id}`, refusal, narrow: true },
    html`<p class="overline">${t(`complaints.kinds.${kind}.name`)}</p>
<h1>${id}</h1>
<p class="lead">${complaintPill(frame, state)} ${t(officersLeft ? 'complaints.outsider.left' : 'complaints.outsider.lead')}</p>
<p>${t('complaints.desk.receivedOn')} ${time(receivedAt)}. ${isOpen && t('complaints.outsider.due', { due: dueDay(frame, dueAt) })}</p>
${outsider && html`<p class="banner banner--good">${t('complaints.outsider.named', { name: personName(outsider) })}</p>`}
<h2>${t('complaints.outsider.why')}</h2>
<ul>${officers.map(({ person, reasons }) => html`<li><strong>${personName(person)}</strong> ${reasons.length > 0 ? reasonTexts(frame, reasons).join(' ') : t('complaints.outsider.free')}</li>`)}</ul>
${isOpen && !officersLeft && nameForm(frame, view)}`,
  );
}

function nameForm(frame: Frame, { complaint, values, refusal: { faults } }: View): Html {
  const { t, lang } = frame;
  return html`<section class="card">
  <h2>${t(complaint.outsider ? 'complaints.outsider.another' : 'complaints.outsider.heading')}</h2>
  <p>${t('complaints.outsider.text')}</p>
  <form method="post" action="/${lang}/inquiries/${complaint.id}/outsider" novalidate>
    ${hidden(frame, complaint.revision)}
    ${textField(frame, { name: 'name', label: t('complaints.outsider.name'), value: values.name, error: faults.name })}
    ${textField(frame, { name: 'email', type: 'email', label: t('report.email'), value: values.email, error: faults.email, spellcheck: false })}
    ${button({ text: t('complaints.outsider.button') })}
  </form>
</section>`;
}
