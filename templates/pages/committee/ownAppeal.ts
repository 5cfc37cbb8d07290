import type { OwnAppealView } from '../../../src/web/views/ownAppeal.view.ts';
import { applicationLayout } from '../../applicationLayout.ts';
import { button } from '../../components/button.ts';
import { hidden } from '../../components/hidden.ts';
import { panel } from '../../components/panel.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { answersTo, documentChoices, groundFields, lodgedWords } from './appealParts.ts';
import { appealPill } from './appealPill.ts';

type Lodging = NonNullable<OwnAppealView['lodging']>;

/** An appeal for who lodges it: its form until the last day, then where it stands and how it ended. */
export function ownAppealPage(frame: Frame, view: OwnAppealView & FormState): Html {
  const { t } = frame;
  const { lodging, closed, appeals } = view;
  const title = lodging ? t('appeals.own.title') : t('appeals.own.progress');
  return applicationLayout(frame, view, {
    name: title,
    form: html`<h1 class="theme-title">${title}</h1>
${lodging ? lodgingForm(frame, view, lodging) : closed && html`<p class="lead">${closed}</p>`}
${appeals.map((one, at) => appeal(frame, one, at + 1))}
<p class="after"><a href="${view.frame.href}">${t('appeals.own.back')}</a></p>`,
    side: lodging && whatItCan(frame, lodging),
  });
}

function lodgingForm(frame: Frame, view: OwnAppealView & FormState, { against, dueAt }: Lodging): Html {
  const { t, date } = frame;
  const { application, role } = view;
  return html`<p class="lead">${t('appeals.own.lead', { against })}</p>
<p><strong>${t('appeals.own.until', { due: date(dueAt) })}</strong></p>
${
  role === 'owner'
    ? html`<form class="card" method="post" action="${view.frame.href}/appeal" novalidate>
  ${hidden(frame, application.revision)}
  ${groundFields(frame, view)}
  ${documentBoxes(frame, view)}
  ${button({ text: t('appeals.own.send'), size: 'large' })}
</form>`
    : html`<p class="banner banner--sun">${t('reasons.byOwner')}</p>`
}`;
}

function documentBoxes(frame: Frame, view: OwnAppealView & FormState): Html {
  const { t } = frame;
  const { documents } = view;
  const hint = documents.length > 0 ? t('appeals.own.documentsHint') : t('appeals.own.documentsNone');
  return html`<div class="govuk-form-group">
<fieldset class="govuk-fieldset">
  <legend class="govuk-fieldset__legend">${t('appeals.own.documents')}</legend>
  <p class="govuk-hint">${hint} <a href="${view.frame.href}/evidence">${t('appeals.own.library')}</a></p>
  ${documentChoices(frame, documents, view)}
</fieldset>
</div>`;
}

function appeal(frame: Frame, one: OwnAppealView['appeals'][number], at: number): Html {
  const { t, date } = frame;
  const { state, lodgedAt, against, words } = one;
  const lodged = { on: date(lodgedAt), against: t(`appeals.against.${against}`) };
  return html`<section class="card question" aria-labelledby="appeal-${at}">
  <p class="question__head">${appealPill(frame, state)}</p>
  <h2 class="question__title" id="appeal-${at}">${t('appeals.own.lodged', lodged)}</h2>
  <h3>${t('appeals.own.next')}</h3>
  <p>${t(`appeals.own.follows.${state}`, { against })}</p>
  ${words.length > 0 && html`<h3>${t('appeals.own.said')}</h3>`}
  ${answersTo(frame, one)}
  ${lodgedWords(frame, one)}
</section>`;
}

/** What an appeal can bring about, and what it cannot. */
function whatItCan({ t }: Frame, { against }: Lodging): Content {
  return [
    panel(
      { title: t('appeals.own.what') },
      html`<ul class="small">${(['new', 'undo', 'reasons'] as const).map((what) => html`<li>${t(`appeals.own.can.${what}`)}</li>`)}</ul>`,
    ),
    panel(
      { title: t('appeals.own.whatNot') },
      html`<ul class="small">${(['label', 'file', 'again'] as const).map((what) => html`<li>${t(`appeals.own.cannot.${what}`)}</li>`)}</ul>
<p class="small">${t('appeals.own.meanwhile', { against })}</p>`,
    ),
  ];
}
