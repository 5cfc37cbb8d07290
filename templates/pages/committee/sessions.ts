import type { SessionsView } from '../../../src/web/committee/sessions.view.ts';
import { button } from '../../components/button.ts';
import { csrfField } from '../../components/hidden.ts';
import { pill } from '../../components/pill.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { planFields } from './plan.ts';

/** The committee's sessions, and the form for a new one. */
export function sessionsPage(frame: Frame, view: SessionsView & FormState): Html {
  const { t, lang } = frame;
  const { lines, mayPlan, refusal } = view;
  return staffLayout(
    frame,
    { name: t('sessions.title'), refusal },
    html`<h1>${t('sessions.title')}</h1>
<p class="lead">${t('sessions.lead')}</p>
${lines.length > 0 ? html`<ul class="cards cards--two">${lines.map((line) => sessionCard(lang, line))}</ul>` : html`<p>${t('sessions.none')}</p>`}
${
  mayPlan &&
  html`<h2>${t('sessions.plan.title')}</h2>
<form class="card" method="post" action="/${lang}/sessions" novalidate>
  ${csrfField(frame)}
  ${planFields(frame, view)}
  ${button({ text: t('sessions.plan.button') })}
</form>`
}`,
  );
}

function sessionCard(lang: string, { id, title, line, tone, state }: SessionsView['lines'][number]): Html {
  return html`<li class="offer whole">
  <div class="offer__text">
    <p class="offer__name"><a href="/${lang}/sessions/${id}">${title}</a></p>
    <p class="offer__line">${line} ${pill({ tone, text: state })}</p>
  </div>
</li>`;
}
