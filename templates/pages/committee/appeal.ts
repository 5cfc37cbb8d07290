import type { StaffAppeal } from '../../../src/web/committee/appeal.view.ts';
import { button } from '../../components/button.ts';
import { decisionPart } from '../../components/decision.ts';
import { fileLink, sizeAndDay } from '../../components/evidence.ts';
import { panel } from '../../components/panel.ts';
import { pill } from '../../components/pill.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { admissionForm, panelForm, settleForm, stayForm, voteForm } from './appealForms.ts';

type Whole = NonNullable<StaffAppeal['whole']>;

/** An appeal on the desk of an officer or a member of the committee, with the steps that are theirs. */
export function appealPage(frame: Frame, view: StaffAppeal & FormState): Html {
  const { t, lang } = frame;
  const { organisation, number, tone, state, lodged, stayed, whole, file, may, refusal } = view;
  return staffLayout(
    frame,
    {
      name: `${t('appeals.title')} · ${organisation}`,
      back: html`<p><a href="/${lang}/appeals">${t('appeals.desk.back')}</a></p>`,
      refusal,
    },
    html`<div class="columns">
  <div>
    <p class="overline">${number}</p>
    <h1>${organisation}</h1>
    <p class="lead">${pill({ tone, text: state })} ${lodged}</p>
    ${stayed && html`<p class="banner banner--sun"><span><strong>${t('appeals.stay.title')}.</strong> ${t('appeals.stay.text')}</span></p>`}
    ${whole ? whatIsAppealed(frame, whole, file) : html`<p class="banner">${t('appeals.desk.hidden')}</p>`}
    ${may.admit && admissionForm(frame, view)}
    ${may.formPanel && panelForm(frame, view)}
    ${may.vote && voteForm(frame, view)}
    ${may.settle && settleForm(frame, view)}
    ${may.grantStay && stayForm(frame, view, 'grantStay')}
    ${may.liftStay && stayForm(frame, view, 'liftStay')}
  </div>
  ${whole && html`<aside>${appealPanel(frame, whole)}</aside>`}
</div>`,
  );
}

function whatIsAppealed(frame: Frame, whole: Whole, file: string): Html {
  const { t, date } = frame;
  const { ground, grounds, decision, said } = whole;
  return html`<h2>${t('appeals.desk.grounds')}</h2>
<div class="card">
  <p class="overline">${ground}</p>
  <p class="typed">${grounds}</p>
</div>
${documentList(frame, whole)}
${
  decision &&
  html`<h2>${t('appeals.desk.decision')}</h2>
<p class="overline">${t('appeals.desk.announced', { on: date(decision.announcedAt) })}</p>
${decisionPart(frame, { ...decision, sealed: false })}`
}
${file && html`<p class="below">${button({ text: t('appeals.desk.file'), href: file, kind: 'quiet' })}</p>`}
${said.length > 0 && html`<h2>${t('appeals.desk.said')}</h2>`}
${said.map(
  ({ at, step, text }) => html`<div class="card">
  <p class="overline">${date(at)}</p>
  <p><strong>${t(`appeals.own.step.${step}`)}</strong></p>
  <p class="typed">${text}</p>
</div>`,
)}`;
}

function documentList(frame: Frame, { documents, readsFile }: Whole): Html {
  const { t } = frame;
  return html`<h3>${t('appeals.desk.documents')}</h3>
${
  documents.length > 0
    ? html`<ul class="filelist">${documents.map((file) => html`<li>${readsFile ? fileLink(frame, file) : file.name} <span class="quiet small">${sizeAndDay(frame, file)}</span></li>`)}</ul>`
    : html`<p class="quiet">${t('appeals.desk.noDocuments')}</p>`
}`;
}

function appealPanel({ t }: Frame, { panel: members }: Whole): Html {
  return panel(
    { title: t('appeals.desk.panel') },
    members.length > 0
      ? html`<ul class="plain">${members.map(({ name, vote }) => html`<li>${name} <span class="quiet">(${vote})</span></li>`)}</ul>`
      : html`<p class="quiet">${t('appeals.desk.noPanel')}</p>`,
  );
}
