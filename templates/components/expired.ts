import type { ExpiredRow } from '../../src/web/views/evidenceRows.view.ts';
import type { Frame } from '../frame.ts';
import { type Content, html } from '../html.ts';

interface Remedy {
  /** What can be done. */
  readonly text: string;
  readonly link?: { readonly href: string; readonly text: string } | false;
}

/** Criteria that only expired documents prove, and what can be done about it. */
export function expiredPart({ t }: Frame, rows: readonly ExpiredRow[], { text, link }: Remedy): Content {
  return (
    rows.length > 0 &&
    html`<section class="card" aria-labelledby="expired">
  <h2 id="expired">${t('evidence.expired.title')} <span class="pill pill--sun">${rows.length}</span></h2>
  <p>${text}</p>
  <ul class="notes notes--spaced">${rows.map(
    ({ place, files }) =>
      html`<li class="note note--missing">${place}${files.map(({ href, name, period }) => html`<br><a href="${href}" download>${name}</a> <span class="quiet">${period}</span>`)}</li>`,
  )}</ul>
  ${link && html`<p><a href="${link.href}">${link.text}</a></p>`}
</section>`
  );
}
