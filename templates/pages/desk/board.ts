import type { BoardLine } from '../../../src/commands/desk/listBoard.ts';
import type { PlainNamesIn } from '../../../src/messages.ts';
import type { StaffBoard } from '../../../src/web/desk/board.view.ts';
import { clockText } from '../../components/fileClock.ts';
import { pagination } from '../../components/pagination.ts';
import { pill } from '../../components/pill.ts';
import { dotted } from '../../dotted.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { dueDay } from '../../staffWords.ts';
import { exportLinks } from './exportLinks.ts';

/** The officers' board: every submitted file by its state. */
export function boardPage(frame: Frame, view: StaffBoard): Html {
  const { t, lang, number } = frame;
  const first = `/${lang}/board`;
  return staffLayout(
    frame,
    { name: t('staff.board.title') },
    html`<h1>${t('staff.board.title')}</h1>
<p class="lead">${t('staff.board.lead', { count: view.open })}</p>
<p class="no-print"><a href="/${lang}/board/assign">${t('assignment.board.go')}</a></p>
${exportLinks(frame, 'board')}
${
  view.states.length > 0 &&
  html`<details class="disclosure no-print">
  <summary>${t('staff.board.states')}</summary>
  <nav aria-label="${t('staff.board.states')}">
    <ul>${view.states.map(({ state, count }) => html`<li><a href="/${lang}/board?after=${state}~">${t(`states.application.${state}`)} (${number(count)})</a></li>`)}</ul>
  </nav>
</details>`
}
${view.groups.map(
  ({ state, count, files }) => html`<section class="group" aria-labelledby="state-${state}">
  <h2 id="state-${state}">${t(`states.application.${state}`)} <span class="pill">${number(count)}</span></h2>
  <ul class="cards cards--two">
    ${files.map((file) => fileCard(frame, file))}
  </ul>
</section>`,
)}
${pagination({
  label: t('site.pages'),
  previous: !view.isFirst && { href: first, text: t('staff.board.first') },
  next: view.next && {
    href: `${first}?after=${view.next.state}~${view.next.id}`,
    text: t('staff.board.more'),
  },
})}`,
  );
}

type Group = StaffBoard['groups'][number];

/** Who has to act in a state. */
const waiting: Partial<Record<BoardLine['state'], PlainNamesIn<'information.waits'>>> = {
  screening: 'office',
  informationRequested: 'organisation',
  assignment: 'office',
  evaluation: 'reviewers',
  moderation: 'moderator',
  correction: 'organisation',
  verification: 'reviewers',
  recommendation: 'rapporteur',
  deliberation: 'committee',
  decided: 'office',
  agreement: 'organisation',
  appealed: 'committee',
};

function fileCard(frame: Frame, file: Group['files'][number]): Html {
  const { t, lang, date } = frame;
  const { applicationId, about, organisation, commune, state, days, submittedAt, dueAt, clock } = file;
  const who = waiting[state];
  const due = dueAt && dueDay(frame, dueAt);
  return html`<li class="offer whole">
  <div class="offer__text">
    <p class="offer__name"><a href="/${lang}/files/${applicationId}">${organisation}</a></p>
    <p class="offer__line">${dotted(applicationId, about, commune)}</p>
    <p class="offer__line">${t('staff.board.age', { days, day: date(submittedAt) })}${due && ` · ${t('staff.board.due', { due })}`}</p>
    ${clock && html`<p class="offer__line">${clockText(frame, clock)}</p>`}
    ${who && html`<p class="offer__line">${pill({ tone: who === 'organisation' ? 'sun' : 'lake', text: t(`information.waits.${who}`) })}</p>`}
  </div>
</li>`;
}
