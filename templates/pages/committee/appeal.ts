import type { AppealDesk } from '../../../src/commands/committee/views/viewAppeal.ts';
import { button } from '../../components/button.ts';
import { decisionPart } from '../../components/decision.ts';
import { fileLink, sizeAndDay } from '../../components/evidence.ts';
import { panel } from '../../components/panel.ts';
import { barredNote } from '../../components/reasonList.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { personName } from '../../staffWords.ts';
import { sanctionTrail } from '../label/sanctionTrail.ts';
import {
  type AppealView,
  admissionForm,
  panelForm,
  settleForm,
  stayForm,
  urgentStayForm,
  voteForm,
} from './appealForms.ts';
import { appealPill } from './appealPill.ts';

type Whole = NonNullable<AppealDesk['whole']>;

/** An appeal on the desk of an officer or a member of the committee, with the steps that are theirs. */
export function appealPage(frame: Frame, view: AppealView & FormState): Html {
  const { t, lang, date } = frame;
  const { appeal, organisation, whole, may, refusal } = view;
  const { applicationId: number, labelNumber, against, stayed, dueAt } = appeal.context;
  const stayText = t(labelNumber === null ? 'appeals.stay.text' : 'appeals.label.stayed');
  const lodged = { on: date(appeal.lodgedAt), against: t(`appeals.against.${against}`) };
  return staffLayout(
    frame,
    {
      name: `${t('appeals.title')} · ${organisation}`,
      back: html`<p><a href="/${lang}/appeals">${t('appeals.desk.back')}</a></p>`,
      refusal,
    },
    html`<div class="columns">
  <div>
    <p class="overline">${labelNumber ?? number}</p>
    <h1>${organisation}</h1>
    <p class="lead">${appealPill(frame, appeal.state)} ${t('appeals.desk.lodged', lodged)}</p>
    ${stayed && html`<p class="banner banner--sun"><span><strong>${t('appeals.stay.title')}.</strong> ${dueAt === null ? stayText : t('appeals.stay.urgent', { due: date(dueAt) })}</span></p>`}
    ${whole ? whatIsAppealed(frame, view, whole) : html`<p class="banner">${t('appeals.desk.hidden')}</p>`}
    ${whole && requestList(frame, whole)}
    ${barredNote(frame, view.barred)}
    ${may.admit && admissionForm(frame, view)}
    ${may.formPanel && panelForm(frame, view)}
    ${may.vote && voteForm(frame, view)}
    ${may.settle && settleForm(frame, view)}
    ${may.askStay && stayForm(frame, view, 'askStay')}
    ${may.grantUrgentStay && urgentStayForm(frame, view)}
    ${may.askToLiftStay && stayForm(frame, view, 'askToLiftStay')}
  </div>
  ${whole && html`<aside>${appealPanel(frame, whole)}</aside>`}
</div>`,
  );
}

function whatIsAppealed(frame: Frame, { appeal, said }: AppealView, whole: Whole): Html {
  const { t, date, lang } = frame;
  const { ground, grounds, decision, words, readsFile } = whole;
  const file = `/${lang}/files/${appeal.context.applicationId}`;
  return html`<h2>${t('appeals.desk.grounds')}</h2>
<div class="card">
  <p class="overline">${t(`appeals.ground.${ground}.name`)}</p>
  <p class="typed">${grounds}</p>
</div>
${documentList(frame, whole, readsFile || appeal.context.labelNumber !== null)}
${
  decision &&
  html`<h2>${t('appeals.desk.decision')}</h2>
<p class="overline">${t('appeals.desk.announced', { on: date(decision.announcedAt) })}</p>
${decisionPart(frame, decision)}`
}
${sanctionTrail(frame, said)}
${readsFile && html`<p class="below">${button({ text: t('appeals.desk.file'), href: file, kind: 'quiet' })}</p>`}
${words.length > 0 && html`<h2>${t('appeals.desk.said')}</h2>`}
${words.map(
  ({ at, step, text }) => html`<div class="card">
  <p class="overline">${date(at)}</p>
  <p><strong>${t(`appeals.own.step.${step}`)}</strong></p>
  ${text && html`<p class="typed">${text}</p>`}
</div>`,
)}`;
}

function requestList({ t, date }: Frame, { requests }: Whole): Content {
  return (
    requests.length > 0 &&
    html`<h2>${t('appeals.desk.requests.heading')}</h2>
${requests.map(
  ({ at, step, text, person }) => html`<div class="card">
  <p class="overline">${date(at)}</p>
  <p><strong>${t(`appeals.desk.requests.${step}`, { person: personName(person) })}</strong></p>
  <p class="typed">${text}</p>
</div>`,
)}`
  );
}

function documentList(frame: Frame, { documents }: Whole, mayRead: boolean): Html {
  const { t } = frame;
  return html`<h3>${t('appeals.desk.documents')}</h3>
${
  documents.length > 0
    ? html`<ul class="filelist">${documents.map((file) => html`<li>${mayRead ? fileLink(frame, file) : file.name} <span class="quiet small">${sizeAndDay(frame, file)}</span></li>`)}</ul>`
    : html`<p class="quiet">${t('appeals.desk.noDocuments')}</p>`
}`;
}

function appealPanel({ t }: Frame, { panel: members }: Whole): Html {
  const voteOf = ({ voted, outcome }: Whole['panel'][number]) =>
    outcome
      ? t('appeals.desk.vote.for', { outcome: t(`appeals.desk.settle.${outcome}`) })
      : t(voted ? 'appeals.desk.vote.said' : 'appeals.desk.vote.waits');
  return panel(
    { title: t('appeals.desk.panel') },
    members.length > 0
      ? html`<ul class="plain">${members.map((one) => html`<li>${personName(one.person)} <span class="quiet">(${one.chairs && `${t('appeals.desk.chairs')}, `}${voteOf(one)})</span></li>`)}</ul>`
      : html`<p class="quiet">${t('appeals.desk.noPanel')}</p>`,
  );
}
