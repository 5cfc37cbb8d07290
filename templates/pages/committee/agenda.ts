import type { StaffAgenda } from '../../../src/web/committee/agenda.view.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';

/** What the committee has to decide, and what is on its way to it. */
export function agendaPage(frame: Frame, { groups }: StaffAgenda): Html {
  const { t } = frame;
  return staffLayout(
    frame,
    { name: t('staff.agenda.title') },
    html`<h1>${t('staff.agenda.title')}</h1>
${groups.length === 0 && html`<p class="lead">${t('staff.agenda.none')}</p>`}
${groups.map(
  ({ id, title, lead, files }) => html`<section class="group" aria-labelledby="group-${id}">
  <h2 id="group-${id}">${title} <span class="pill">${files.length}</span></h2>
  <p>${lead}</p>
  <ul class="cards cards--two">
    ${files.map(
      ({ href, organisation, line }) => html`<li class="offer whole">
      <div class="offer__text">
        <p class="offer__name"><a href="${href}">${organisation}</a></p>
        <p class="offer__line">${line}</p>
      </div>
    </li>`,
    )}
  </ul>
</section>`,
)}`,
  );
}
