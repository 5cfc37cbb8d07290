import type { SpaceView } from '../../../src/web/people/space.view.ts';
import { button } from '../../components/button.ts';
import { errorSummary } from '../../components/errorSummary.ts';
import { carriedFields, csrfField } from '../../components/hidden.ts';
import { pictogram } from '../../components/pictogram.ts';
import { pill } from '../../components/pill.ts';
import { sponsorTones } from '../../components/sponsorWord.ts';
import { statusTag } from '../../components/verdict.ts';
import { dotted } from '../../dotted.ts';
import type { Frame, WithRefusal } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';
import { dueDay, personName } from '../../staffWords.ts';
import { turnEnd, turnPill } from '../application/parts/turn.ts';

interface Done {
  readonly saved?: boolean;
  /** Whether the number of the organisation just registered was known already. */
  readonly known?: boolean;
}

/** The first page after signing in: where one belongs, and what waits there. */
export function myPage(frame: Frame, view: SpaceView & Done & Partial<WithRefusal>): Html {
  const { t, lang } = frame;
  const { name, organisations, advised, invitations, sponsorships, staff } = view;
  const isEmpty = organisations.length + advised.length + invitations.length + staff.length === 0;
  return layout(
    frame,
    { title: titleOf(frame, t('nav.mySpace')) },
    html`${view.refusal && errorSummary(frame, view.refusal.summary)}
<h1>${name ? t('applicant.space.hello', { name }) : t('nav.mySpace')}</h1>
${view.saved && html`<p class="banner" role="status">${t('organisation.saved')}</p>`}
${view.known && html`<section class="well" aria-labelledby="known"><h2 class="question__title" id="known">${t('organisation.knownTitle')}</h2><p>${t('organisation.known')}</p></section>`}
${invitations.map((one, at) => invitation(frame, one, `invitation-${at + 1}`))}
${staff.length > 0 && staffCards(frame, staff)}
${organisations.map((one) => organisation(frame, one, view.said))}
${
  advised.length > 0 &&
  html`<h2>${t('advisers.mine', { count: advised.length })}</h2>
<p class="quiet">${t('advisers.mayNot')}</p>`
}
${advised.map((one) => organisation(frame, one, view.said))}
${sponsorships.length > 0 && sponsorshipList(frame, sponsorships)}
${
  isEmpty
    ? html`<section class="invite">
  <div class="invite__text">
    <h2>${t('applicant.space.none')}</h2>
    <p>${t('applicant.space.noneText')}</p>
  </div>
  ${button({ href: `/${lang}/organisations/new`, text: t('applicant.space.register'), kind: 'sun', size: 'large' })}
</section>`
    : html`<p class="after"><a href="/${lang}/organisations/new">${t(organisations.length > 0 ? 'applicant.space.another' : 'applicant.space.register')}</a></p>`
}`,
  );
}

function invitation(frame: Frame, waiting: SpaceView['invitations'][number], id: string): Html {
  const { t, lang, date } = frame;
  const { organisation, expiresAt } = waiting.invitation;
  const role = waiting.position;
  // Whoever was erased since invites as nobody.
  const inviter = waiting.inviter ? personName(waiting.inviter) : '';
  const href = `/${lang}/invitations/${waiting.invitation.id}`;
  return html`<section class="card mine" aria-labelledby="${id}">
  <div class="mine__head">
    <span class="tile">${pictogram('hands', 'pictogram--small')}</span>
    <div>
      <h2 class="question__title" id="${id}">${t('invitations.title', { organisation })}</h2>
      <p class="offer__line">${t('invitations.line', { role: t(`roles.${role}`), day: date(expiresAt) })}</p>
    </div>
  </div>
  <p class="below">${t(`invitations.${inviter ? 'by' : 'byNobody'}`, { inviter, organisation })}</p>
  <div class="row">
    <form method="post" action="${href}/join">${csrfField(frame)}${button({ text: t('invitations.join') })}</form>
    <form method="post" action="${href}/decline">${csrfField(frame)}${button({ text: t('invitations.decline'), kind: 'quiet' })}</form>
  </div>
</section>`;
}

function staffCards({ t, lang }: Frame, staff: SpaceView['staff']): Html {
  return html`<h2 class="govuk-visually-hidden">${t('applicant.space.staffTitle')}</h2>
<ul class="cards cards--two">
  ${staff.map(
    ({ page, path, pictogram: picture }) => html`<li><div class="offer whole">
    <span class="tile">${pictogram(picture, 'pictogram--small')}</span>
    <div class="offer__text"><p class="offer__name"><a href="/${lang}/${path}">${t(`applicant.space.staff.${page}.title`)}</a></p><p class="offer__line">${t(`applicant.space.staff.${page}.text`)}</p></div>
  </div></li>`,
  )}
</ul>`;
}

type Mine = SpaceView['organisations'][number];

function organisation(frame: Frame, one: Mine, said: SpaceView['said']): Html {
  const { t, lang } = frame;
  const { labels, applications } = one;
  const { id, name, legalForm, commune, specimen } = one.organisation;
  const line = dotted(t(`legalForms.${legalForm}`), commune, t(`roles.${one.position}`));
  return html`<section class="card mine" aria-labelledby="org-${id}">
  <div class="mine__head">
    <span class="tile">${pictogram('house', 'pictogram--small')}</span>
    <div>
      <h2 class="question__title" id="org-${id}"><a href="/${lang}/organisations/${id}">${name}</a>${specimen && html` <span class="pill pill--sun">${t('site.specimenMark')}</span>`}</h2>
      <p class="offer__line">${line}</p>
    </div>
  </div>
  ${one.unanswered.length > 0 && unansweredList(frame, one)}
  ${one.asked.length > 0 && askedList(frame, one)}
  ${labels.length > 0 && labelList(frame, labels)}
  ${applications.length > 0 && applicationList(frame, applications)}
  <p class="below"><a href="/${lang}/organisations/${id}/exchanges">${t('exchange.mine.title')}</a></p>
  ${one.mayStart && startForm(frame, one, said)}
</section>`;
}

/** What the office wrote and nobody answered. */
function unansweredList({ t, lang, date }: Frame, { unanswered }: Mine): Html {
  return html`<ul class="tasks tasks--inside">
  ${unanswered.map(({ id, applicationId, subject, since }) => html`<li class="task"><span class="task__text"><a href="/${lang}/applications/${applicationId}/messages/${id}">${subject}</a><span class="task__line">${t('correspondence.space', { since: date(since) })}</span></span></li>`)}
</ul>`;
}

/** Labels that the organisation is asked to take over. */
function askedList({ t, lang, date }: Frame, { organisation: { id }, asked }: Mine): Html {
  return html`<ul class="tasks tasks--inside">
  ${asked.map(({ id: changeId, context: { labelNumber: number, dueAt } }) => {
    const line = dueAt ? t('succession.space', { due: date(dueAt) }) : t('succession.spaceLate');
    return html`<li class="task"><span class="task__text"><a href="/${lang}/organisations/${id}/labels/${number}/changes/${changeId}">${t('succession.takeOver', { number })}</a><span class="task__line">${line}</span></span></li>`;
  })}
</ul>`;
}

function labelList(frame: Frame, labels: Mine['labels']): Html {
  const { t, lang } = frame;
  return html`<h3>${t('applicant.space.labels')}</h3>
<ul class="tasks tasks--inside">
  ${labels.map(
    ({ id: number, context, offers, status, tasks }) =>
      html`<li class="task"><span class="task__text"><a href="/${lang}/labels/${number}">${number}</a><span class="task__line">${offers.map(({ name }) => name).join(' · ')}</span><span class="task__line"><a class="inline" href="/${lang}/organisations/${context.organisationId}/labels/${number}">${t('kit.named', { number })}</a></span>${tasks.map((task) => taskLine(frame, task))}</span><span class="task__state">${statusTag(status)}</span></li>`,
  )}
</ul>`;
}

/** What is to do on a label, until when. */
function taskLine(frame: Frame, { what, dueAt, late, href }: Mine['labels'][number]['tasks'][number]): Html {
  const { t } = frame;
  const until = dueAt && t('labelTasks.until', { due: dueDay(frame, dueAt) });
  const line = dotted(until, late && t('labelTasks.late'));
  return html`<span class="task__line"><strong>${t('labelTasks.title')}</strong> <a class="inline" href="${href}">${t(`labelTasks.what.${what}`)}</a> ${line}</span>`;
}

function applicationList(frame: Frame, applications: Mine['applications']): Html {
  const { t, lang, date } = frame;
  const line = ({ id, about, submittedAt, startedAt }: Mine['applications'][number]) =>
    dotted(
      id,
      about,
      submittedAt
        ? t('applicant.space.submitted', { date: date(submittedAt) })
        : t('applicant.space.started', { date: date(startedAt) }),
    );
  return html`<h3>${t('applicant.space.applications')}</h3>
<ul class="tasks tasks--inside">
  ${applications.map((one) => {
    const end = turnEnd(frame, one.turn);
    return html`<li class="task"><span class="task__text"><a href="/${lang}/applications/${one.id}">${one.title}</a><span class="task__line">${line(one)}</span></span><span class="task__state">${turnPill(frame, one)}${end && html`<span class="task__line">${end}</span>`}</span></li>`;
  })}
</ul>`;
}

function startForm(
  frame: Frame,
  { organisation: { id }, applications }: Mine,
  said: SpaceView['said'],
): Html {
  const { t, lang } = frame;
  const isFirst = applications.length === 0;
  return html`<form method="post" action="/${lang}/applications" class="mine__start">
  ${csrfField(frame)}
  <input type="hidden" name="organisationId" value="${id}">
  ${carriedFields(said)}
  ${isFirst && html`<p>${t('applicant.space.startText')}</p>`}
  ${button({ text: t('applicant.space.start'), kind: isFirst ? undefined : 'quiet' })}
</form>`;
}

function sponsorshipList({ t, lang, date }: Frame, sponsorships: SpaceView['sponsorships']): Html {
  return html`<section class="card mine" aria-labelledby="sponsorships">
  <h2 class="question__title" id="sponsorships">${t('sponsorship.space.title')}</h2>
  <ul class="tasks tasks--inside">
    ${sponsorships.map(
      ({ id, organisation: asks, on, state, may }) =>
        html`<li class="task"><span class="task__text"><a href="/${lang}/sponsorships/${id}">${t(may.answer ? 'sponsorship.space.answer' : 'sponsorship.space.given', { organisation: asks || t('sponsorship.erased') })}</a><span class="task__line">${t(`sponsorship.line.${state}`, { day: date(on) })}</span></span><span class="task__state">${pill({ tone: sponsorTones[state], text: t(`sponsorship.state.${state}`) })}</span></li>`,
    )}
  </ul>
</section>`;
}
