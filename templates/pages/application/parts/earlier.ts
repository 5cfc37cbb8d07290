import type { EarlierAnswerView } from '../../../../src/web/application/answers/earlierAnswer.view.ts';
import type { Frame } from '../../../frame.ts';
import { type Html, html } from '../../../html.ts';

interface Criterion {
  readonly id: string;
  readonly title: string;
}

/** The answer of the last cycle; `offered`: one button confirms it. */
export function earlier(
  { t }: Frame,
  { level, evidence, files, comment }: EarlierAnswerView,
  { id, title }: Criterion,
  offered: boolean,
): Html {
  return html`<div class="well earlier">
  <p class="place__by">${t('renewal.then')}</p>
  ${level && html`<p><strong>${level}</strong></p>`}
  ${(evidence || files) && html`<p class="place__fact"><span class="quiet">${t('renewal.proof')}</span> ${evidence}${evidence && files && ' · '}${files}</p>`}
  ${comment && html`<p class="place__fact"><span class="quiet">${t('renewal.comment')}</span> ${comment}</p>`}
  ${offered && html`<p class="row"><button class="button button--small" type="submit" name="stillTrue" value="${id}">${t('renewal.stillTrue')}<span class="govuk-visually-hidden">: ${title}</span></button></p>`}
</div>`;
}
