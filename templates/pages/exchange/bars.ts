import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';

interface Row {
  readonly name: string;
  readonly value: number;
}

/** A table of which each row is drawn as long as its figure is large, the whole width for the largest or for `most`; what is zero has no bar. */
export function bars(
  { t, number }: Frame,
  rows: readonly Row[],
  unit: string,
  most = Math.max(...rows.map(({ value }) => value), 1),
): Html {
  return html`<table class="bars">
  <thead><tr><th scope="col">${t('figures.of')}</th><th scope="col" class="numeric">${unit}</th></tr></thead>
  <tbody>${rows.map(
    ({ name, value }) => html`<tr>
    <th scope="row">${name}${value > 0 && html`<svg class="bars__bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect width="${String((100 * value) / most)}" height="4"/></svg>`}</th>
    <td class="numeric">${number(value)}</td>
  </tr>`,
  )}</tbody>
</table>`;
}
