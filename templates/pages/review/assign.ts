import type { PlannedFilesView } from '../../../src/web/review/plannedFiles.view.ts';
import { button } from '../../components/button.ts';
import { csrfField } from '../../components/hidden.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';

/** The plan of all files that wait for their people, and the button that sends every invitation. */
export function assignPage(frame: Frame, view: PlannedFilesView & FormState): Html {
  const { t, lang } = frame;
  const { sent, files, mayInvite, digest, refusal } = view;
  const served = files.filter((file) => file.served).length;
  const name = t('assignment.board.title');
  return staffLayout(
    frame,
    { name, refusal, back: html`<p><a href="/${lang}/board">${t('staff.board.back')}</a></p>` },
    html`${sent !== null && html`<p class="banner" role="status">${t('assignment.board.done', { count: sent })}</p>`}
<h1>${name}</h1>
<p class="lead">${t('assignment.board.lead', { count: files.length })}</p>
${
  files.length > 0 &&
  html`<p>${t('assignment.board.text')} ${t('assignment.board.fitHint')}</p>
<ul class="cards cards--two">${files.map((file) => plannedFile(frame, file))}</ul>
${
  mayInvite &&
  html`<form method="post" action="/${lang}/board/assign" novalidate>
  ${csrfField(frame)}<input type="hidden" name="digest" value="${digest}">
  ${button({ text: t('assignment.board.button', { count: served }) })}
</form>`
}`
}`,
  );
}

function plannedFile({ t, lang }: Frame, file: PlannedFilesView['files'][number]): Html {
  const { organisation, number, served, cost, peers, others } = file;
  return html`<li class="offer whole">
    <div class="offer__text">
      <p class="offer__name"><a href="/${lang}/files/${number}">${organisation}</a></p>
      <p class="offer__line">${number}${served && ` · ${t('assignment.board.fit', { cost })}`}</p>
      ${
        served
          ? html`<p class="offer__line"><span class="quiet">${t('assignment.board.peer')}</span> ${peers}</p>
      <p class="offer__line"><span class="quiet">${t('assignment.board.other')}</span> ${others}</p>`
          : html`<p class="offer__line"><span class="pill pill--sun">${t('assignment.board.unserved')}</span></p>`
      }
    </div>
  </li>`;
}
