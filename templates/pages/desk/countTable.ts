import type { Content, Html } from '../../html.ts';
import { html } from '../../html.ts';

interface CountRow {
  readonly name: Content;
  /** What is drawn below its name; nothing where there is nothing to draw. */
  readonly bar: Content;
  readonly cells: readonly string[];
}

/** Rows that are drawn as bars, with their figures beside them. On a phone each row is a card that names its figures. */
export function countTable(
  first: string,
  columns: readonly string[],
  rows: readonly CountRow[],
  labelledBy?: string,
): Html {
  return html`<table class="stacked bars" role="table"${labelledBy !== undefined && html` aria-labelledby="${labelledBy}"`}>
  <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${first}</th>${columns.map((column) => html`<th role="columnheader" scope="col" class="numeric">${column}</th>`)}</tr></thead>
  <tbody role="rowgroup">${rows.map(
    ({ name, bar, cells }) =>
      html`<tr role="row"><th role="rowheader" scope="row">${name}${bar}</th>${cells.map((text, at) => html`<td role="cell" class="numeric" data-column="${columns[at] ?? ''}"><span>${text}</span></td>`)}</tr>`,
  )}</tbody>
</table>`;
}
