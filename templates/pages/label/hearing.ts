import type { AttachingView } from '../../../src/web/application/evidence/attaching.form.ts';
import type { HearingView } from '../../../src/web/label/hearing.view.ts';
import { button } from '../../components/button.ts';
import { checkbox } from '../../components/choices.ts';
import { errorSummary } from '../../components/errorSummary.ts';
import { textarea } from '../../components/fields.ts';
import { hidden } from '../../components/hidden.ts';
import { verdict } from '../../components/verdict.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';
import { attachForm } from './attachForm.ts';
import { sanctionTrail } from './sanctionTrail.ts';

type View = HearingView & FormState & AttachingView;

/** What is proposed or decided on a label, for its holder, and their answer. */
export function hearingPage(frame: Frame, view: View): Html {
  const { t } = frame;
  const { number, organisation, kit, due, hearing, saved, isFiled, refusal } = view;
  const name = t('sanctions.own.title');
  return layout(
    frame,
    {
      title: titleOf(frame, `${name} · ${number}`, view),
      back: html`<p><a href="${kit}">${t('sanctions.own.back')}</a></p>`,
    },
    html`<div class="narrow">
${errorSummary(frame, refusal.summary)}
${saved && html`<p class="banner" role="status">${t('sanctions.own.saved')}</p>`}
${isFiled && html`<p class="banner" role="status">${t('sanctions.attach.filed')}</p>`}
<p class="overline">${number} · ${organisation}</p>
<h1>${name}</h1>
${verdict(view.status)}
${hearing ? about(frame, view, hearing) : html`<p class="lead">${t('sanctions.own.nothing')}</p>`}
${view.isExtended && html`<p class="banner banner--sun">${t('sanctions.own.extended')}</p>`}
${due && html`<p class="banner banner--sun">${t('sanctions.own.due', { due })}</p>`}
${view.mayAnswer && [attachForm(frame, view), answerForm(frame, view)]}
${hearing && !view.mayWrite && html`<p class="banner banner--sun">${t('sanctions.own.readerOnly')}</p>`}
${view.appeals.map(({ against, until }) => html`<p class="after"><a href="${kit}/appeal">${t(`sanctions.own.appeal.${against}`, { until })}</a></p>`)}
${sanctionTrail(frame, view.words, `${kit}/decision`)}
</div>`,
  );
}

function about({ t }: Frame, { status }: View, hearing: NonNullable<View['hearing']>): Content {
  const suspended = hearing.about === 'suspension' && status.tone === 'paused';
  return html`<p class="lead">${t(`sanctions.own.${suspended ? 'urgent' : hearing.about}`, hearing)}</p>
<p>${t(hearing.answered ? 'sanctions.own.answered' : 'sanctions.own.answerBy', hearing)}</p>`;
}

function answerForm(frame: Frame, view: View): Html {
  const { t } = frame;
  const { href, revision, values, refusal } = view;
  return html`<form class="card" method="post" action="${href}" novalidate>
  ${hidden(frame, revision)}
  ${textarea(frame, {
    name: 'answer',
    label: t('sanctions.answer.label'),
    hint: t('sanctions.answer.hint'),
    value: values.answer,
    error: refusal.faults.answer,
    rows: 8,
  })}
  ${documentList(frame, view)}
  ${button({ text: t('sanctions.answer.button'), size: 'large' })}
</form>`;
}

function documentList(frame: Frame, { documents, values }: View): Content {
  const { t } = frame;
  if (documents.length === 0) return undefined;
  return html`<fieldset class="seats">
  <legend>${t('sanctions.answer.documents')}</legend>
  ${documents.map(({ id, latest }) => {
    const name = `document.${id}`;
    return checkbox(frame, { name, label: latest.name, value: values[name] === 'yes' });
  })}
</fieldset>`;
}
