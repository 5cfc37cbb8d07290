import type { Planned } from '../../../src/commands/review/assignment/planAssignments.ts';
import { button } from '../../components/button.ts';
import { csrfField } from '../../components/hidden.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { personName } from '../../staffWords.ts';
import { backToList } from '../desk/lists/backToList.ts';

interface PlanView extends Planned {
  /** How many invitations were sent just before; null when none was. */
  readonly sent: number | null;
}

type File = Planned['files'][number];

/** The plan of all files that wait for their people, and the button that sends every invitation. */
export function assignPage(frame: Frame, view: PlanView & FormState): Html {
  const { t, lang } = frame;
  const { sent, files, chosen, digest, refusal } = view;
  const name = t('assignment.all.title');
  return staffLayout(
    frame,
    { name, refusal, back: backToList(frame) },
    html`${sent !== null && html`<p class="banner" role="status">${t('assignment.all.done', { count: sent })}</p>`}
<h1>${name}</h1>
<p class="lead">${t('assignment.all.lead', { count: files.length })}</p>
${
  files.length > 0 &&
  html`<p>${t('assignment.all.text')} ${t('assignment.all.fitHint')}</p>
<ul class="cards cards--two">${files.map((file) => plannedFile(frame, file))}</ul>
${
  chosen.length > 0 &&
  html`<form method="post" action="/${lang}/lists/assign" novalidate>
  ${csrfField(frame)}<input type="hidden" name="digest" value="${digest}">
  ${button({ text: t('assignment.all.button', { count: files.filter(isServed).length }) })}
</form>`
}`
}`,
  );
}

/** Whether somebody is found for it. */
function isServed({ peers, others }: File): boolean {
  return peers.length + others.length > 0;
}

function plannedFile({ t, lang }: Frame, file: File): Html {
  const { application, organisation, cost, peers, others } = file;
  const number = application.id;
  const served = isServed(file);
  return html`<li class="offer whole">
    <div class="offer__text">
      <p class="offer__name"><a href="/${lang}/files/${number}">${organisation}</a></p>
      <p class="offer__line">${number}${served && ` · ${t('assignment.all.fit', { cost })}`}</p>
      ${
        served
          ? html`<p class="offer__line"><span class="quiet">${t('assignment.all.peer')}</span> ${peers.map(personName).join(', ')}</p>
      <p class="offer__line"><span class="quiet">${t('assignment.all.other')}</span> ${others.map(personName).join(', ')}</p>`
          : html`<p class="offer__line"><span class="pill pill--sun">${t('assignment.all.unserved')}</span></p>`
      }
    </div>
  </li>`;
}
