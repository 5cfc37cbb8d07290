import type {
  ComplaintLine,
  complaintFilters,
  listComplaints,
} from '../../../src/commands/complaint/views/listComplaints.ts';
import { pill } from '../../components/pill.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { dueDay } from '../../staffWords.ts';
import { exportLinks } from '../desk/exportLinks.ts';
import { complaintPill } from './complaintPill.ts';

type View = Awaited<ReturnType<typeof listComplaints>> & { readonly filters: typeof complaintFilters };

/** What the public reported, for officers: what waits for an answer, what is late, and all there is. */
export function complaintsPage(frame: Frame, { complaints, next, filter, filters }: View): Html {
  const { t, lang } = frame;
  const href = (one: string) => `/${lang}/complaints?show=${one}`;
  return staffLayout(
    frame,
    { name: t('complaints.desk.title') },
    html`<h1>${t('complaints.desk.title')}</h1>
<p class="lead">${t('complaints.desk.lead')}</p>
<nav aria-label="${t('complaints.desk.filter')}"><ul class="row plain complaint__filters">${filters.map((one) => html`<li><a href="${href(one)}"${one === filter && html` aria-current="page"`}>${t(`complaints.desk.filters.${one}`)}</a></li>`)}</ul></nav>
${exportLinks(frame, 'complaints', `show=${filter}`)}
${
  complaints.length > 0
    ? html`<ul class="cards">${complaints.map((one) => complaintCard(frame, one))}</ul>`
    : html`<p class="quiet">${t(`complaints.desk.none.${filter}`)}</p>`
}
${next && html`<p><a href="${href('all')}&amp;after=${next}" rel="next">${t('complaints.desk.older')}</a></p>`}`,
  );
}

function complaintCard(frame: Frame, line: ComplaintLine): Html {
  const { t, lang, date } = frame;
  const { id, kind, state, receivedAt, place, text, labelNumber, outcome, dueAt } = line;
  const facts = [
    t(`complaints.kinds.${kind}.name`),
    t('complaints.desk.received', { on: date(receivedAt) }),
    place && t(`report.places.${place}`),
    labelNumber,
  ].filter(Boolean);
  return html`<li class="offer whole complaint">
  <div class="offer__text">
    <p class="offer__name"><a href="/${lang}/complaints/${id}">${id}</a></p>
    <p class="offer__line">${facts.join(' · ')}</p>
    <p class="complaint__text">${text === '' ? t('complaints.erased') : excerpt(text)}</p>
    <p class="offer__line">${complaintPill(frame, state)}
      ${outcome && html` ${t(`complaints.outcome.${outcome}`)}`}
      ${dueAt && html` ${line.isLate ? pill({ tone: 'coral', text: t('complaints.desk.late', { due: dueDay(frame, dueAt) }) }) : t('complaints.desk.due', { due: dueDay(frame, dueAt) })}`}
      ${line.isMine && html` ${pill({ tone: 'sun', text: t('complaints.desk.mine') })}`}</p>
  </div>
</li>`;
}

/** The beginning of a long text; the page of the complaint has all of it. */
function excerpt(text: string): string {
  return text.length > 300 ? `${[...text].slice(0, 300).join('')}…` : text;
}
