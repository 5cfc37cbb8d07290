import type { Frame, Refusal } from '../frame.ts';
import { type Html, html } from '../html.ts';

/** What is wrong with a form, above it; nothing when nothing is. It takes the focus when the page opens, without script. */
export function errorSummary({ t }: Frame, errors: Refusal['summary']): Html | undefined {
  if (errors.length === 0) return undefined;
  return html`<div class="govuk-error-summary" tabindex="-1" autofocus="autofocus" data-module="govuk-error-summary">
  <div role="alert">
    <h2 class="govuk-error-summary__title">${t('site.errorTitle')}</h2>
    <div class="govuk-error-summary__body">
      <ul class="govuk-list govuk-error-summary__list">
        ${errors.map(({ text, href }) => html`<li>${href ? html`<a href="${href}">${text}</a>` : text}</li>`)}
      </ul>
    </div>
  </div>
</div>`;
}
