import type { LevelsTable } from '../../src/web/views/levels.view.ts';
import type { Frame } from '../frame.ts';
import { type Html, html } from '../html.ts';
import { fileLinks } from './evidence.ts';

type Group = LevelsTable['groups'][number];

/** The levels of a file side by side: one table, its themes and offers as groups of rows. */
export function levels(frame: Frame, { version, columns, groups }: LevelsTable): Html {
  const { t } = frame;
  return html`<table class="levels">
  <thead>
    <tr><th scope="col">${t('staff.levels.criterion')}</th>${columns.map((name) => html`<th scope="col" class="levels__cell">${t(`staff.levels.${name}`)}</th>`)}</tr>
  </thead>
  ${groups.map(
    ({ title, rows }) => html`<tbody>
    <tr class="levels__group"><th scope="rowgroup" colspan="${columns.length + 1}">${title}</th></tr>
    ${rows.map((row) => criterionRows(frame, version, row, columns))}
  </tbody>`,
  )}
</table>`;
}

function criterionRows(
  frame: Frame,
  version: string,
  row: Group['rows'][number],
  columns: LevelsTable['columns'],
): Html {
  const { t, lang } = frame;
  const { id, title, differs, cells, comments, files } = row;
  const open = comments.length > 0 || files.length > 0;
  return html`<tr${open && html` class="levels__row--open"`}>
      <th scope="row"><a class="code" href="/${lang}/precedents?criterion=${id}" title="${t('precedents.on', { criterion: id })}">${id}</a> <a href="/${lang}/criteria/${version}/${id}">${title}</a>${differs && html` <span class="pill pill--sun">${t('staff.levels.differs')}</span>`}</th>
      ${cells.map((cell, at) => html`<td class="levels__cell">${columns[at] === 'settled' ? html`<strong>${cell}</strong>` : cell}</td>`)}
    </tr>
    ${open && html`<tr class="levels__comments"><td colspan="${columns.length + 1}">${fileLinks(frame, files)}${comments.map(({ by, text }) => html`<p class="small"><span class="quiet">${by}</span> ${text}</p>`)}</td></tr>`}`;
}
