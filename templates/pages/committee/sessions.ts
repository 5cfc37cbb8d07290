import type { SessionList } from '../../../src/commands/committee/views/listSessions.ts';
import { button } from '../../components/button.ts';
import { csrfField } from '../../components/hidden.ts';
import { dotted } from '../../dotted.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { exportLinks } from '../desk/exportLinks.ts';
import { planFields } from './plan.ts';
import { sessionPill, sessionTitle } from './sessionWords.ts';

/** The committee's sessions, and the form for a new one. */
export function sessionsPage(frame: Frame, view: SessionList & FormState): Html {
  const { t, lang } = frame;
  const { sessions, waiting, mayPlan, refusal } = view;
  return staffLayout(
    frame,
    { name: t('sessions.title'), refusal },
    html`<h1>${t('sessions.title')}</h1>
<p class="lead">${t('sessions.lead')}</p>
${sessions.length > 0 ? [exportLinks(frame, 'sessions'), html`<ul class="cards cards--two">${sessions.map((one) => sessionCard(frame, one))}</ul>`] : html`<p>${t('sessions.none')}</p>`}
${
  mayPlan &&
  html`<h2>${t('sessions.plan.title')}</h2>
<form class="card" method="post" action="/${lang}/sessions" novalidate>
  ${csrfField(frame)}
  ${planFields(frame, view, waiting)}
  ${button({ text: t('sessions.plan.button') })}
</form>`
}`,
  );
}

function sessionCard(frame: Frame, { session, files }: SessionList['sessions'][number]): Html {
  const { t, lang } = frame;
  const line = dotted(session.place, t('sessions.files', { count: files }));
  return html`<li class="offer whole">
  <div class="offer__text">
    <p class="offer__name"><a href="/${lang}/sessions/${session.id}">${sessionTitle(frame, session)}</a></p>
    <p class="offer__line">${line} ${sessionPill(frame, session, '')}</p>
  </div>
</li>`;
}
