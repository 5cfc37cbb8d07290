import type { SessionPage } from '../../../src/web/committee/session.view.ts';
import { button } from '../../components/button.ts';
import { checkbox } from '../../components/choices.ts';
import { textarea } from '../../components/fields.ts';
import { hidden } from '../../components/hidden.ts';
import { panel } from '../../components/panel.ts';
import { pill } from '../../components/pill.ts';
import { stepForm } from '../../components/stepForm.ts';
import { dotted } from '../../dotted.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { personName } from '../../staffWords.ts';
import { attendanceCard } from './attendanceCard.ts';
import { minutesCard } from './minutes.ts';
import { planFields } from './plan.ts';
import { room } from './room.ts';
import { sessionPill, sessionTitle } from './sessionWords.ts';

type View = SessionPage & FormState;

/** One session of the committee: its agenda, its room, its minutes, and what this person can do now. */
export function sessionPage(frame: Frame, view: View): Html {
  const { t, lang } = frame;
  const { session, files, isMember, may, minutes, refusal } = view;
  const title = sessionTitle(frame, session);
  return staffLayout(
    frame,
    { name: title, back: html`<p><a href="/${lang}/sessions">${t('sessions.back')}</a></p>`, refusal },
    html`<div class="columns">
  <div>
    <p class="overline">${t('sessions.one')}</p>
    <h1>${title}</h1>
    <p class="lead">${sessionPill(frame, session, 'lake')} ${session.place}</p>
    <h2>${t('sessions.agenda')}</h2>
    ${
      files.length > 0
        ? html`<ol class="cards">${files.map((file) => fileCard(frame, file, isMember, session.context.quorum))}</ol>`
        : html`<p class="quiet">${t('sessions.plan.nothing')}</p>`
    }
    ${session.state === 'convened' && attendanceCard(frame, view)}
    ${may.open && openForm(frame, view)}
    ${session.state === 'open' && room(frame, view)}
    ${minutes && minutesCard(frame, view, minutes)}
    ${may.convene && conveneForm(frame, view)}
    ${may.plan && planForm(frame, view)}
    ${may.cancel && cancelForm(frame, view)}
  </div>
  <aside>${rules(frame, session)}</aside>
</div>`,
  );
}

const tones = { decided: 'leaf', voting: 'sun', deferred: '', waiting: '' } as const;

function fileCard(
  { t, lang }: Frame,
  one: SessionPage['files'][number],
  isMember: boolean,
  quorum: number,
): Html {
  const { file, about, result, voters, voted, recused, isWithdrawal, expected } = one;
  const { name, commune } = one.name;
  const isReadThere = isMember && file.state !== 'recommendation';
  const state = result ?? (voters > 0 ? 'voting' : 'waiting');
  const text = t(`sessions.file.${state}`, { voted, voters });
  const names = recused.map(({ person, reason }) => `${personName(person)}${reason && ` (${reason})`}`);
  return html`<li class="offer">
  <div class="offer__text">
    <p class="offer__name">${isReadThere ? html`<a href="/${lang}/committee/${file.id}${isWithdrawal && '/withdrawal'}">${name}</a>` : name}</p>
    <p class="offer__line">${dotted(file.id, about, commune)} ${pill({ tone: tones[state], text })}${isWithdrawal && html` ${pill({ tone: '', text: t('sanctions.committee.pill') })}`}</p>
    ${expected !== null && html`<p class="quiet small">${t(expected < quorum ? 'sessions.excuse.tooFewOnFile' : 'sessions.excuse.onFile', { expected, quorum })}</p>`}
    ${names.length > 0 && html`<p class="quiet small">${t('sessions.file.recused', { names: names.join(', ') })}</p>`}
  </div>
</li>`;
}

function openForm(frame: Frame, { href, session, members, values }: View): Html {
  const { t } = frame;
  return html`<section class="card">
  <h2>${t('sessions.open.title')}</h2>
  <p>${t('sessions.quorum', { count: session.context.quorum })}</p>
  <form method="post" action="${href}/open" novalidate>
    ${hidden(frame, session.revision)}
    <fieldset class="seats">
      <legend>${t('sessions.open.present')}</legend>
      ${members.map(({ id, name, excused }) => checkbox(frame, { name: `present.${id}`, label: excused ? `${name} (${t('sessions.excuse.excused')})` : name, value: values[`present.${id}`] === 'yes' }))}
    </fieldset>
    ${button({ text: t('sessions.open.button') })}
  </form>
</section>`;
}

function conveneForm(frame: Frame, { href, session: { revision } }: View): Html {
  const { t } = frame;
  return html`<section class="card">
  <h2>${t('sessions.convene.title')}</h2>
  <p>${t('sessions.convene.text')}</p>
  ${stepForm(frame, { action: `${href}/convene`, revision, text: t('sessions.convene.button') })}
</section>`;
}

function planForm(frame: Frame, view: View): Html {
  const { t } = frame;
  const { href, session, files, waiting, values, refusal } = view;
  return html`<details class="disclosure after"${refusal.summary.length > 0 && values.day && html` open`}>
  <summary>${t('sessions.plan.change')}</summary>
  <form class="card" method="post" action="${href}/plan" novalidate>
    ${hidden(frame, session.revision)}
    ${planFields(frame, view, files, waiting)}
    ${button({ text: t('sessions.plan.save'), kind: 'quiet' })}
  </form>
</details>`;
}

function cancelForm(frame: Frame, { href, session: { revision }, values, refusal }: View): Html {
  const { t } = frame;
  return html`<details class="disclosure after"${values.why && html` open`}>
  <summary>${t('sessions.cancel.title')}</summary>
  <form class="card" method="post" action="${href}/cancel" novalidate>
    ${hidden(frame, revision)}
    ${textarea(frame, { name: 'why', label: t('sessions.cancel.reason'), value: values.why, error: refusal.faults.why, rows: 2 })}
    ${button({ text: t('sessions.cancel.button'), kind: 'danger' })}
  </form>
</details>`;
}

function rules({ t, time }: Frame, { context, openedAt, closedAt }: View['session']): Html {
  const always = ['recusal', 'chair', 'casting', 'sealed'] as const;
  return panel(
    { title: t('sessions.rules.title') },
    html`<ul>
  <li>${t('sessions.quorum', { count: context.quorum })}</li>
  ${always.map((rule) => html`<li>${t(`sessions.rules.${rule}`)}</li>`)}
</ul>
${openedAt && html`<p class="quiet small">${t('sessions.openedAt', { time: time(openedAt) })}</p>`}${closedAt && html`<p class="quiet small">${t('sessions.closedAt', { time: time(closedAt) })}</p>`}`,
  );
}
