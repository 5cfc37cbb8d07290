import type { FileLabelView } from '../../../src/web/label/fileLabel.view.ts';
import { panel } from '../../components/panel.ts';
import { pill } from '../../components/pill.ts';
import { barredNote } from '../../components/reasonList.ts';
import { verdict } from '../../components/verdict.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { dueDay } from '../../staffWords.ts';
import { caseworkPanel, type WithCasework } from '../desk/casework.ts';
import { backToList } from '../desk/lists/backToList.ts';
import { conditionTones } from './conditionHead.ts';
import { reduceCard, renameCard, websiteCard } from './fileLabel.parts.ts';

/** A label on the officers' desk: how it stands, and what they do with it while it lasts. */
export function fileLabelPage(frame: Frame, view: FileLabelView & WithCasework & FormState): Html {
  const { t, lang } = frame;
  const { refusal, may } = view;
  const { id: number } = view.label;
  const { certified } = view.organisation;
  return staffLayout(
    frame,
    {
      name: `${number} · ${certified}`,
      back: [
        backToList(frame),
        html`<p><a href="/${lang}/files/${view.applicationId}">${t('issuing.label.back')}</a></p>`,
      ],
      refusal,
    },
    html`<div class="columns">
  <div>
    <p class="overline">${number}</p>
    <h1>${certified}</h1>
    ${verdict(view.status)}
    ${view.conditions.length > 0 && conditionsCard(frame, view)}
    ${view.waits && html`<p class="banner banner--sun" role="status">${t('issuing.label.waits')}</p>`}
    ${view.suspension && suspensionCard(frame, view.suspension)}
    <p><a href="${view.href}/sanctions">${t('sanctions.open')}</a></p>
    ${barredNote(frame, view.barred)}
    ${may.rename && renameCard(frame, view)}
    ${may.website && websiteCard(frame, view)}
    ${may.reduce && reduceCard(frame, view)}
    ${offersCard(frame, view)}
    ${view.displaysByHost.length > 0 && hostsCard(frame, view.displaysByHost)}
  </div>
  <aside>
    ${panel(
      { class: 'centred' },
      html`<img class="badge" src="${view.badge}" alt="${view.status.word}" width="200" height="220">
    <p><a href="/${lang}/labels/${number}">${t('issuing.label.public')}</a></p>
    <p><a href="${view.href}/surveillance">${t('surveillance.list.title')}</a></p>
    <p><a href="/${lang}/files/${view.applicationId}/messages">${t('correspondence.title')}</a></p>
    <p><a href="${view.href}/changes">${t('changes.desk.title')}</a></p>`,
    )}
    ${caseworkPanel(frame, { ...view, action: view.href })}
    ${revisionsPanel(frame, view.revisions)}
  </aside>
</div>`,
  );
}

function conditionsCard(frame: Frame, { conditions, href }: FileLabelView): Html {
  const { t } = frame;
  return html`<section class="card">
  <h2>${t('conditions.staff.card')}</h2>
  <ul class="plain">${conditions.map(({ text, state, context }) => html`<li>${pill({ tone: conditionTones[state], text: t(`states.condition.${state}`) })} ${text} <span class="quiet">${t('conditions.due', { due: dueDay(frame, context.dueAt) })}</span></li>`)}</ul>
  <p><a href="${href}/conditions">${t('conditions.link')}</a></p>
</section>`;
}

function offersCard({ t }: Frame, { offers }: FileLabelView): Html {
  return html`<section class="card" id="offers">
  <h2>${t('takeDown.card')}</h2>
  <p>${t('takeDown.cardText')}</p>
  <ul>${offers.map(({ name, href }) => html`<li><a href="${href}">${name}</a></li>`)}</ul>
</section>`;
}

type Suspension = NonNullable<FileLabelView['suspension']>;

function suspensionCard(frame: Frame, { reason, dueAt }: Suspension): Html {
  const { t } = frame;
  return html`<section class="card">
  <h2>${t('issuing.label.suspendedFor')}</h2>
  <p class="asked">${reason}</p>
  ${dueAt && html`<p class="quiet">${t('issuing.label.suspendedUntil', { due: dueDay(frame, dueAt) })}</p>`}
</section>`;
}

function hostsCard({ t, date, number }: Frame, hosts: FileLabelView['displaysByHost']): Html {
  return html`<section class="card">
  <h2>${t('issuing.label.hosts.title')}</h2>
  <table>
    <thead><tr><th scope="col">${t('issuing.label.hosts.host')}</th><th scope="col" class="numeric">${t('issuing.label.hosts.n')}</th><th scope="col">${t('issuing.label.hosts.last')}</th></tr></thead>
    <tbody>${hosts.map(({ host, n, last }) => html`<tr><th scope="row" class="host">${host}</th><td class="numeric">${number(n)}</td><td>${date(last)}</td></tr>`)}</tbody>
  </table>
  <p class="quiet small">${t('issuing.label.hosts.note')}</p>
</section>`;
}

function revisionsPanel({ t, date }: Frame, revisions: FileLabelView['revisions']): Html {
  return panel(
    { title: t('issuing.label.revisions') },
    html`<table>
    <thead><tr><th scope="col" class="numeric">${t('issuing.label.n')}</th><th scope="col">${t('issuing.label.on')}</th><th scope="col">${t('issuing.label.why')}</th></tr></thead>
    <tbody>${revisions.map(({ revision, at, cause }) => html`<tr><th scope="row" class="numeric">${revision}</th><td>${date(at)}</td><td>${t(`issuing.cause.${cause}`)}</td></tr>`)}</tbody>
  </table>
  <p class="quiet small">${t('issuing.label.revisionsNote')}</p>`,
  );
}
