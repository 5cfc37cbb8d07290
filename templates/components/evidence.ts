import type { EvidenceRow } from '../../src/web/views/evidenceRows.view.ts';
import type { Frame } from '../frame.ts';
import { type Content, type Html, html } from '../html.ts';
import { pictogram } from './pictogram.ts';

/** The files of a frozen application, to be saved. */
export function evidencePart({ t }: Frame, files: readonly EvidenceRow[]): Html {
  return html`<h2>${t('evidence.staffTitle')} <span class="pill">${files.length}</span></h2>
${
  files.length === 0
    ? html`<p class="quiet">${t('evidence.staffNone')}</p>`
    : html`<ul class="tasks">
  ${files.map(
    ({ href, name, period, line, scan }) => html`<li class="task">
    <span class="tile">${pictogram('document', 'pictogram--small')}</span>
    <span class="task__text"><a href="${href}" download>${name}</a><span class="task__line">${period && `${period} · `}${line}</span></span>
    <span class="task__state"><span class="pill${scan.tone && ` pill--${scan.tone}`}">${scan.text}</span></span>
  </li>`,
  )}
</ul>`
}
<p class="quiet small">${t('evidence.staffNoted')}</p>`;
}

/** The files that were joined to a criterion, to be saved. */
export function fileLinks({ t }: Frame, files: readonly EvidenceRow[]): Content {
  return (
    files.length > 0 &&
    html`<ul class="file-links small" aria-label="${t('evidence.staffFiles')}">
  ${files.map(({ href, name, period, line }) => html`<li><a href="${href}" download>${name}</a> <span class="quiet">${period && `${period} · `}${line}</span></li>`)}
</ul>`
  );
}
