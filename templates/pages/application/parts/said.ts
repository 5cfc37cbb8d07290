import type { SaidGroup } from '../../../../src/web/application/submission/said.view.ts';
import type { Frame } from '../../../frame.ts';
import { type Html, html } from '../../../html.ts';

interface Said {
  readonly groups: readonly SaidGroup[];
  /** The same on paper. */
  readonly paper: string;
}

/** All that was said, by theme, each with the way to change it: what a person who evaluates will read. */
export function said({ t }: Frame, { groups, paper }: Said): Html {
  return html`<section aria-labelledby="said">
  <h2 id="said">${t('check.title')}</h2>
  <p>${t('check.text')} <a href="${paper}">${t('check.paper')}</a> · <a href="#rules">${t('applicant.submit.send')}</a></p>
  ${groups.map(
    ({ title, items }) => html`<details class="card question recap">
    <summary class="question__title">${title} <span class="pill">${items.length}</span></summary>
    <dl>${items.map(
      ({ title: what, href, lines }) => html`<div class="recap__item">
      <dt>${what}</dt>
      <dd>${lines.length === 0 ? html`<p class="quiet">${t('check.nothing')}</p>` : lines.map((line) => html`<p class="multiline">${line}</p>`)}</dd>
      <dd class="recap__change"><a href="${href}">${t('check.change')}<span class="govuk-visually-hidden">: ${what}</span></a></dd>
    </div>`,
    )}</dl>
  </details>`,
  )}
</section>`;
}
