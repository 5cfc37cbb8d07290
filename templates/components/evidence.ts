import type { Evidence } from '../../src/commands/items/items.ts';
import type { MadeFrom } from '../../src/commands/items/questionnaire.ts';
import type { ShownFile } from '../../src/web/views/shownFiles.view.ts';
import { dotted } from '../dotted.ts';
import type { Frame } from '../frame.ts';
import { attributes, type Content, type Html, html } from '../html.ts';
import { pictogram } from './pictogram.ts';
import { pill } from './pill.ts';

/** The files of a frozen application, to be saved. */
export function evidencePart(frame: Frame, files: readonly Evidence[]): Html {
  const { t } = frame;
  return html`<h2>${t('evidence.staffTitle')} <span class="pill">${files.length}</span></h2>
${
  files.length === 0
    ? html`<p class="quiet">${t('evidence.staffNone')}</p>`
    : html`<ul class="tasks">
  ${files.map(
    (file) => html`<li class="task">
    <span class="tile">${pictogram('document', 'pictogram--small')}</span>
    <span class="task__text">${fileLink(frame, file)}<span class="task__line">${about(frame, file)}</span></span>
    <span class="task__state">${pill({ tone: file.scan === 'clean' ? 'leaf' : '', text: t(`evidence.scan.${file.scan}`) })}</span>
  </li>`,
  )}
</ul>`
}
<p class="quiet small">${t('evidence.staffNoted')}</p>`;
}

/** The files that were joined to a criterion, to be saved, with the place in them that proves it. */
export function fileLinks(frame: Frame, files: readonly ShownFile[]): Content {
  return (
    files.length > 0 &&
    html`<ul class="file-links small" aria-label="${frame.t('evidence.staffFiles')}">
  ${files.map((file) => html`<li>${opening(frame, file)} <span class="quiet">${frame.t(`evidence.kind.${file.kind}`)} · ${about(frame, file)}</span>${file.where && html`<br>${file.where}`}</li>`)}
</ul>`
  );
}

/** A file that is saved, or opened beside the criterion where the page has a viewer for it. */
function opening(frame: Frame, { id, name, kind, passage }: ShownFile): Html {
  if (kind !== 'pdf' && kind !== 'picture') return fileLink(frame, { id, name });
  const opens = attributes({
    'data-view': kind,
    'data-page': passage?.page ?? undefined,
    'data-quote': passage?.quote || undefined,
  });
  return html`<a href="/${frame.lang}/evidence/${id}" download${opens}>${name}</a>`;
}

/** A file to save under its name. */
export function fileLink({ lang }: Frame, { id, name }: Pick<Evidence, 'id' | 'name'>): Html {
  return html`<a href="/${lang}/evidence/${id}" download>${name}</a>`;
}

/** Whether the service made it, the period of a file where somebody said it, its size and its day. */
function about(frame: Frame, file: Evidence): string {
  const { madeFrom, from, until } = file;
  const period = (from !== null || until !== null) && periodText(frame, file);
  return dotted(madeFrom ? madeFromText(frame, madeFrom) : null, period, sizeAndDay(frame, file));
}

/** That the service made a file of a questionnaire, and how far that speaks for all. */
export function madeFromText({ t }: Frame, { answers, working }: MadeFrom): string {
  return t('questionnaire.madeFrom', { answers, working });
}

/** Size and day of a file, and the key of the API by which a program brought it. */
export function sizeAndDay(frame: Frame, { size, uploadedAt, byKey }: Evidence): string {
  const { t, date } = frame;
  const said = t('evidence.by', { size: sizeText(frame, size), date: date(uploadedAt) });
  return dotted(said, byKey !== undefined && t('evidence.byKey', { key: byKey }));
}

const kilobyte = 1024;

/** A size as people say it: never less than one kilobyte. */
export function sizeText({ t, number }: Frame, bytes: number): string {
  if (bytes >= kilobyte ** 2) return t('evidence.bytes.MB', { size: number(bytes / kilobyte ** 2) });
  return t('evidence.bytes.KB', { size: number(Math.max(1, bytes / kilobyte), 0) });
}

/** The period that a file tells about, in words. */
export function periodText({ t, date }: Frame, { from, until }: Pick<Evidence, 'from' | 'until'>): string {
  if (from !== null && until !== null)
    return t('evidence.period.both', { from: date(from), until: date(until) });
  if (from !== null) return t('evidence.period.from', { from: date(from) });
  if (until !== null) return t('evidence.period.until', { until: date(until) });
  return t('evidence.period.none');
}
