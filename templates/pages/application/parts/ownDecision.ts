import type { ProgressView } from '../../../../src/web/application/submission/progress.view.ts';
import { letterList } from '../../../components/letters.ts';
import { pill } from '../../../components/pill.ts';
import type { Frame } from '../../../frame.ts';
import { type Html, html } from '../../../html.ts';

type Decision = NonNullable<ProgressView['decision']>;

/** What was decided of an application and why, and how it can be appealed against. */
export function ownDecision(page: Frame, view: ProgressView, decided: Decision): Html {
  const { t, date } = page;
  const { frame, letters, state, away, appealed } = view;
  const { outcome, reason, conditions, appealBy, moved, evaluatedBy } = decided;
  const text = away ? t('applicant.ineligible.title') : decided.text;
  return html`<section class="card question" aria-labelledby="decision">
  <p class="question__head">${pill({ tone: outcome === 'refused' ? 'coral' : 'leaf', text })}</p>
  <h2 class="question__title" id="decision">${t(away ? 'applicant.ineligible.heading' : 'applicant.decision.title')}</h2>
  ${frame.stayed && html`<p><strong>${t('appeals.stay.title')}</strong></p>`}
  ${away && html`<p>${t('applicant.ineligible.text')}</p>`}
  <p class="reason">${reason}</p>
  ${
    conditions.length > 0 &&
    html`<h3>${t('applicant.decision.conditions')}</h3>
  <ul>${conditions.map(({ text, due }) => html`<li>${text} <strong>${t('applicant.decision.by', { due: date(due) })}</strong></li>`)}</ul>`
  }
  ${moved && html`<p class="quiet">${t('appeals.stay.moved')}</p>`}
  ${appealed && html`<p>${state === 'appealed' && `${t('appeals.running')} `}<a href="${frame.href}/appeal">${t('appeals.own.see')}</a></p>`}
  ${appealBy && html`<p>${t('appeals.own.untilShort', { due: date(appealBy) })} <a href="${frame.href}/appeal">${t('appeals.own.go')}</a></p>`}
  ${evaluatedBy && html`<p class="quiet">${t('workbench.evaluatedBy', { names: evaluatedBy })}</p>`}
  ${letterList(page, frame.href, letters)}
</section>`;
}
