import type { ExpiredRow } from '../../src/web/views/information.view.ts';
import type { Frame } from '../frame.ts';
import { type Content, html } from '../html.ts';
import { fileLink, periodText } from './evidence.ts';
import { criterionLinks } from './explained.ts';

interface Remedy {
  /** What can be done. */
  readonly text: string;
  readonly link?: { readonly href: string; readonly text: string } | false;
}

/** Criteria that only expired documents prove, and what can be done about it. */
export function expiredPart(frame: Frame, rows: readonly ExpiredRow[], { text, link }: Remedy): Content {
  const { t } = frame;
  return (
    rows.length > 0 &&
    html`<section class="card" aria-labelledby="expired">
  <h2 id="expired">${t('evidence.expired.title')} <span class="pill pill--sun">${rows.length}</span></h2>
  <p>${text}</p>
  <ul class="notes notes--spaced">${rows.map(
    ({ place, version, documents }) =>
      html`<li class="note note--missing">${criterionLinks(frame, version, place)}${documents.map((file) => html`<br>${fileLink(frame, file)} <span class="quiet">${periodText(frame, file)}</span>`)}</li>`,
  )}</ul>
  ${link && html`<p><a href="${link.href}">${link.text}</a></p>`}
</section>`
  );
}
