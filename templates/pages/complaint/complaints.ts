import type { listComplaints } from '../../../src/commands/complaint/views/listComplaints.ts';
import type { Complaint } from '../../../src/commands/items/complaint.ts';
import { sizeText } from '../../components/evidence.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';

type Complaints = Awaited<ReturnType<typeof listComplaints>>;

/** What the public reported, for officers: what others wrote is text, also where it is an address. */
export function complaintsPage(frame: Frame, { complaints, next }: Complaints): Html {
  const { t, lang } = frame;
  return staffLayout(
    frame,
    { name: t('report.desk.title') },
    html`<h1>${t('report.desk.title')}</h1>
<p class="lead">${t('report.desk.lead')}</p>
${complaints.length > 0 ? complaints.map((one) => complaintCard(frame, one)) : html`<p class="quiet">${t('report.desk.none')}</p>`}
${next && html`<p><a href="/${lang}/complaints?after=${next}" rel="next">${t('report.desk.older')}</a></p>`}`,
  );
}

function complaintCard(frame: Frame, complaint: Complaint): Html {
  const { t, lang, time } = frame;
  const { id, number, labelNumber, link, photo, email } = complaint;
  const place = t(`report.places.${complaint.place}`);
  return html`<section class="card complaint" aria-labelledby="${id}">
  <h2 id="${id}" class="complaint__number">${id}</h2>
  <p class="quiet">${t('report.desk.received', { at: time(complaint.receivedAt), place })}</p>
  <p class="complaint__text">${complaint.text}</p>
  <dl class="definitions">
    ${number && html`<dt>${t('report.desk.label')}</dt><dd>${labelNumber ? html`<a href="/${lang}/labels/${labelNumber}">${number}</a>` : html`${number} <span class="quiet small">${t('report.desk.unknown')}</span>`}</dd>`}
    ${link && html`<dt>${t('report.link')}</dt><dd class="complaint__link">${link}</dd>`}
    ${photo && html`<dt>${t('report.file')}</dt><dd><a href="/${lang}/complaints/${id}/photo">${photo.name}</a> <span class="quiet small">${sizeText(frame, photo.size)} · ${t(`evidence.scan.${photo.scan}`)}</span></dd>`}
    <dt>${t('report.desk.answer')}</dt><dd>${email || t('report.desk.anonymous')}</dd>
  </dl>
</section>`;
}
