import type { PlannedFilesView } from '../../../src/web/review/plannedFiles.view.ts';
import { button } from '../../components/button.ts';
import { csrfField } from '../../components/hidden.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';

interface AssignView extends PlannedFilesView {
  /** How many invitations were just sent, in words; empty when none was. */
  readonly done: string;
}

/** The plan of all files that wait for their people, and the button that sends every invitation. */
export function assignPage(frame: Frame, view: AssignView & FormState): Html {
  const { t, lang } = frame;
  const { done, lead, files, button: text, digest, refusal } = view;
  const name = t('assignment.board.title');
  return staffLayout(
    frame,
    { name, refusal, back: html`<p><a href="/${lang}/board">${t('staff.board.back')}</a></p>` },
    html`${done && html`<p class="banner" role="status">${done}</p>`}
<h1>${name}</h1>
<p class="lead">${lead}</p>
${
  files.length > 0 &&
  html`<p>${t('assignment.board.text')} ${t('assignment.board.fitHint')}</p>
<ul class="cards cards--two">${files.map((file) => plannedFile(frame, file))}</ul>
${
  text &&
  html`<form method="post" action="/${lang}/board/assign" novalidate>
  ${csrfField(frame)}<input type="hidden" name="digest" value="${digest}">
  ${button({ text })}
</form>`
}`
}`,
  );
}

function plannedFile({ t }: Frame, file: AssignView['files'][number]): Html {
  const { href, organisation, number, served, fit, peers, others } = file;
  return html`<li class="offer whole">
    <div class="offer__text">
      <p class="offer__name"><a href="${href}">${organisation}</a></p>
      <p class="offer__line">${number}${served && ` · ${fit}`}</p>
      ${
        served
          ? html`<p class="offer__line"><span class="quiet">${t('assignment.board.peer')}</span> ${peers}</p>
      <p class="offer__line"><span class="quiet">${t('assignment.board.other')}</span> ${others}</p>`
          : html`<p class="offer__line"><span class="pill pill--sun">${t('assignment.board.unserved')}</span></p>`
      }
    </div>
  </li>`;
}
