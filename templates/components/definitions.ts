import { type Html, html } from '../html.ts';

export interface Definition {
  readonly term: string | Html;
  readonly text?: string | null | undefined;
  readonly href?: string | null | undefined;
  /** Where others say what stands there. */
  readonly outside?: boolean | undefined;
  readonly html?: Html | undefined;
  /** The answer to a text that asks. */
  readonly answer?: string | undefined;
  readonly note?: string | null | undefined;
}

/** Terms with what they are; those without text are left out. */
export function definitions(items: readonly Definition[], classes?: string): Html {
  const asked = items.some(({ answer }) => answer) && ' definitions--asked';
  return html`<dl class="definitions${asked}${classes && ` ${classes}`}">
  ${items.map(
    ({ term, text, href, outside, html: content, answer, note }) =>
      (text || content) &&
      html`<dt>${term}</dt>
  <dd>${href ? html`<a href="${href}"${outside && html` rel="noopener"`}>${text}</a>` : (content ?? text)}${answer && html` <strong>${answer}</strong>`}${note && html`<div class="quiet small">${note}</div>`}</dd>`,
  )}
</dl>`;
}
