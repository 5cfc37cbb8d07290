import { type Html, html } from '../html.ts';

interface Step {
  readonly date: string;
  readonly title: string;
  readonly text?: string | undefined;
  readonly tone?: '' | 'quiet' | 'now' | 'stop' | undefined;
}

/** What happened and what comes, the oldest first. */
export function timeline(steps: readonly Step[]): Html {
  return html`<ol class="timeline">
  ${steps.map(
    ({ date, title, text, tone }) => html`<li class="timeline__item${tone && ` timeline__item--${tone}`}">
    <span class="timeline__date">${date}</span>
    <span class="timeline__title">${title}</span>
    ${text && html`<span class="timeline__text">${text}</span>`}
  </li>`,
  )}
</ol>`;
}
