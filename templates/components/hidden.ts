import type { Frame } from '../frame.ts';
import { type Content, type Html, html } from '../html.ts';

/** The token without which no form is taken. */
export function csrfField({ csrf }: Frame): Html {
  return html`<input type="hidden" name="csrf" value="${csrf}">`;
}

/** What a form about a file carries: its token, and the revision that the reader saw. */
export function hidden(frame: Frame, revision: number): Html {
  return html`${csrfField(frame)}<input type="hidden" name="revision" value="${revision}">`;
}

/** Fields that a form passes on from the page before. */
export function carriedFields(fields: Readonly<Record<string, string>>): Content {
  return Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
}
