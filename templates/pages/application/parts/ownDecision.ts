import type { ProgressView } from '../../../../src/web/application/submission/progress.view.ts';
import { letterList } from '../../../components/letters.ts';
import { pill } from '../../../components/pill.ts';
import type { Frame } from '../../../frame.ts';
import { type Html, html } from '../../../html.ts';

type Decision = NonNullable<ProgressView['decision']>;

/** What was decided of an application and why, and how it can be appealed against. */
export function ownDecision({ t }: Frame, { frame, letters }: ProgressView, decided: Decision): Html {
  const { good, title, heading, by, reason, conditions, appeal, moved, evaluatedBy } = decided;
  return html`<section class="card question" aria-labelledby="decision">
  <p class="question__head">${pill({ tone: good ? 'leaf' : 'coral', text: title })}</p>
  <h2 class="question__title" id="decision">${heading}</h2>
  ${frame.stayed && html`<p><strong>${t('appeals.stay.title')}</strong></p>`}
  ${by && html`<p>${by}</p>`}
  <p class="reason">${reason}</p>
  ${
    conditions.length > 0 &&
    html`<h3>${t('applicant.decision.conditions')}</h3>
  <ul>${conditions.map(({ text, due }) => html`<li>${text} <strong>${t('applicant.decision.by', { due })}</strong></li>`)}</ul>`
  }
  ${moved && html`<p class="quiet">${moved}</p>`}
  ${appeal && html`<p>${appeal.text && `${appeal.text} `}<a href="${frame.href}/appeal">${appeal.link}</a></p>`}
  ${evaluatedBy && html`<p class="quiet">${evaluatedBy}</p>`}
  ${letterList(letters)}
</section>`;
}
