import type { NoticeView } from '../../../src/web/label/notice.view.ts';
import { button } from '../../components/button.ts';
import { errorSummary } from '../../components/errorSummary.ts';
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
${endsOn && html`<p class="banner banner--sun">${t('sanctions.notice.given', { endsOn })}</p>`}
${!maySpeak && html`<p class="banner banner--sun">${t('reasons.byOwner')}</p>`}
${may.takeBack && takeBack(frame, view)}
${may.give && noticeForm(frame, view)}
${!endsOn && maySpeak && !may.give && html`<p class="lead">${t('sanctions.notice.over')}</p>`}
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
