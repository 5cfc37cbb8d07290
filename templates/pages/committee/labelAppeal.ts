import type { LabelAppeals } from '../../../src/commands/committee/views/viewLabelAppeals.ts';
import type { AttachingView } from '../../../src/web/application/evidence/attaching.form.ts';
import { button } from '../../components/button.ts';
import { radios } from '../../components/choices.ts';
import { errorSummary } from '../../components/errorSummary.ts';
import { hidden } from '../../components/hidden.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';
import { attachForm } from '../label/attachForm.ts';
import { answersTo, documentChoices, groundFields, lodgedWords } from './appealParts.ts';
import { appealPill } from './appealPill.ts';

interface LabelAppealView extends Pick<LabelAppeals, 'open' | 'documents' | 'appeals' | 'role'> {
  readonly number: string;
  readonly revision: number;
  readonly kit: string;
  readonly href: string;
  readonly grounds: readonly ('process' | 'evidence')[];
  readonly min: number;
}

type View = LabelAppealView & FormState & AttachingView;

/** Appeals against decisions on a label, for who holds it. */
export function labelAppealPage(frame: Frame, view: View): Html {
  const { t, lang } = frame;
  const { number, kit, open, appeals, role, refusal, saved } = view;
  return layout(
    frame,
    { title: titleOf(frame, t('appeals.label.title'), { refusal }) },
    html`<div class="narrow">
${errorSummary(frame, refusal.summary)}
<p class="overline"><a href="/${lang}/my">${t('nav.mySpace')}</a> · <a href="${kit}">${number}</a></p>
<h1>${t('appeals.label.title')}</h1>
${saved && html`<p class="banner" role="status">${t('appeals.label.saved')}</p>`}
${view.isFiled && html`<p class="banner" role="status">${t('sanctions.attach.filed')}</p>`}
${open.length > 0 && html`<p class="lead">${t('appeals.label.lead')}</p>`}
${open.length + appeals.length === 0 && html`<p class="lead">${t('appeals.label.none')}</p>`}
${open.length > 0 && (role === 'owner' ? [attachForm(frame, view), lodgingForm(frame, view)] : html`<p class="banner banner--sun">${t('reasons.byOwner')}</p>`)}
${appeals.map((one, at) => appeal(frame, one, at + 1))}
</div>`,
  );
}

function lodgingForm(frame: Frame, view: View): Html {
  const { t, date } = frame;
  const { href, revision, open, documents, values, refusal } = view;
  return html`<form class="card" method="post" action="${href}" novalidate>
  ${hidden(frame, revision)}
  ${radios(frame, {
    name: 'against',
    label: t('appeals.label.against'),
    value: values.against ?? (open.length === 1 ? open[0]?.against : ''),
    error: refusal.faults.against,
    items: open.map(({ against, until }) => ({
      value: against,
      text: t(`appeals.label.decision.${against}`),
      hint: t('appeals.own.until', { due: date(until) }),
    })),
  })}
  ${groundFields(frame, view)}
  ${
    documents.length > 0 &&
    html`<fieldset class="govuk-fieldset">
    <legend class="govuk-fieldset__legend">${t('appeals.own.documents')}</legend>
    ${documentChoices(frame, documents, view)}
  </fieldset>`
  }
  <p>${t('appeals.label.meanwhile')}</p>
  ${button({ text: t('appeals.own.send') })}
</form>`;
}

function appeal(frame: Frame, one: View['appeals'][number], at: number): Html {
  const { t, date } = frame;
  const { state, lodgedAt, against, stayed, stayedUntil } = one;
  const lodged = { on: date(lodgedAt), against: t(`appeals.against.${against}`) };
  return html`<section class="card question" aria-labelledby="appeal-${at}">
  <p class="question__head">${appealPill(frame, state)}</p>
  <h2 class="question__title" id="appeal-${at}">${t('appeals.own.lodged', lodged)}</h2>
  ${stayed && html`<p class="banner banner--sun">${stayedUntil === null ? t('appeals.label.stayed') : t('appeals.stay.urgent', { due: date(stayedUntil) })}</p>`}
  <p>${t(`appeals.label.follows.${state}`)}</p>
  ${answersTo(frame, one)}
  ${lodgedWords(frame, one)}
</section>`;
}
