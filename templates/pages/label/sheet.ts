import type { PrintedKind } from '../../../src/web/register/labelFiles.ts';
import { type Html, html } from '../../html.ts';

/** Width and height beside the others: an A4 sheet is 34 wide and 48 high. */
const sheets: Readonly<Record<PrintedKind, readonly [width: number, height: number]>> = {
  doorSignA4: [34, 48],
  doorSignA6: [17, 24],
  standSign: [34, 24],
  badgePrint: [10, 17],
};

/** A printed file as large as it is beside the others; decoration, because its size is written beside it. */
export function sheet(kind: PrintedKind): Html {
  const [width, height] = sheets[kind];
  return html`<svg class="pictogram kit-sheet" viewBox="6 6 52 52" width="40" height="40" aria-hidden="true" focusable="false"><rect x="${32 - width / 2}" y="${56 - height}" width="${width}" height="${height}" rx="2"/><circle cx="32" cy="${56 - height * 0.6}" r="${height / 10}"/></svg>`;
}
