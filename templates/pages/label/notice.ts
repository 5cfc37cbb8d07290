import type { NoticeView } from '../../../src/web/label/notice.view.ts';
import { button } from '../../components/button.ts';
import { errorSummary } from '../../components/errorSummary.ts';
import { fileLink } from '../../components/evidence.ts';
import { dateField, textarea } from '../../components/fields.ts';
import { hidden } from '../../components/hidden.ts';
import { stepForm } from '../../components/stepForm.ts';
import { verdict } from '../../components/verdict.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

type View = NoticeView & FormState;

/** Ending a label by the wish of its holder: the last day, and taking it back. */
export function noticePage(frame: Frame, view: View): Html {
  const { t } = frame;
  const { number, organisation, kit, endsOn, may, maySpeak, saved, refusal } = view;
  const name = t('sanctions.notice.title');
  return layout(
    frame,
    {
      title: titleOf(frame, `${name} · ${number}`, view),
      back: html`<p><a href="${kit}">${t('sanctions.own.back')}</a></p>`,
    },
    html`<div class="narrow">
${errorSummary(frame, refusal.summary)}
${saved && html`<p class="banner" role="status">${t('sanctions.notice.saved')}</p>`}
<p class="overline">${number} · ${organisation}</p>
<h1>${name}</h1>
${verdict(view.status)}
${endsOn && html`<p class="banner banner--sun">${t(view.notice ? 'sanctions.notice.recorded' : 'sanctions.notice.given', { endsOn })}</p>`}
${view.contested && maySpeak && html`<p class="banner banner--sun">${t(`sanctions.notice.contested.${view.contested}`)}</p>`}
${!maySpeak && html`<p class="banner banner--sun">${t('reasons.byOwner')}</p>`}
${may.object && objection(frame, view)}
${may.takeBack && takeBack(frame, view)}
${may.give && noticeForm(frame, view)}
${!endsOn && maySpeak && !may.give && !may.object && html`<p class="lead">${t('sanctions.notice.over')}</p>`}
</div>`,
  );
}

function takeBack(frame: Frame, { href, revision }: View): Content {
  const { t } = frame;
  return html`<section class="card">
  <h2>${t('sanctions.notice.takeBack.title')}</h2>
  <p>${t('sanctions.notice.takeBack.text')}</p>
  ${stepForm(frame, { action: `${href}/take-back`, revision, text: t('sanctions.notice.takeBack.button') })}
</section>`;
}

/** What the office recorded, with the document, and the objection to it. */
function objection(frame: Frame, { href, revision, notice, values, refusal }: View): Content {
  const { t } = frame;
  return (
    notice &&
    html`<section class="card">
  <h2>${t('sanctions.notice.object.title')}</h2>
  <p>${t(notice.confirmed ? 'sanctions.notice.object.text' : 'sanctions.notice.object.early')}</p>
  <p class="typed">${notice.text}</p>
  <ul class="filelist">${notice.documents.map((file) => html`<li>${fileLink(frame, file)}</li>`)}</ul>
  <form method="post" action="${href}/object" novalidate>
    ${hidden(frame, revision)}
    ${textarea(frame, { name: 'objection', label: t('sanctions.notice.reason'), hint: t('sanctions.notice.reasonHint'), value: values.objection, error: refusal.faults.objection, rows: 3 })}
    ${button({ text: t('sanctions.notice.object.button'), size: 'large' })}
  </form>
</section>`
  );
}

function noticeForm(frame: Frame, { href, revision, values, refusal }: View): Content {
  const { t } = frame;
  const { on, reason } = refusal.faults;
  return html`<p class="lead">${t('sanctions.notice.lead')}</p>
<form class="card" method="post" action="${href}/give" novalidate>
  ${hidden(frame, revision)}
  ${dateField(frame, { name: 'on', label: t('sanctions.notice.on'), hint: t('sanctions.notice.onHint'), value: values.on, error: on })}
  ${textarea(frame, { name: 'reason', label: t('sanctions.notice.reason'), hint: t('sanctions.notice.reasonHint'), value: values.reason, error: reason, rows: 3 })}
  ${button({ text: t('sanctions.notice.button'), kind: 'danger' })}
</form>`;
}
