import { colours } from '../drawing/colours.ts';
import { wrap } from '../drawing/text.ts';
import type { Pdf } from '../pdf/pdfBase.ts';
import { drawArtifact, drawLines, drawTagged, group } from '../pdf/pdfDraw.ts';

/** Where offers go on a page. */
type OfferBox = Readonly<Record<'left' | 'top' | 'width' | 'height', number>>;

/** How they are set: columns, size of the letters, space between two offers. */
export interface OfferSetting {
  readonly columns: 1 | 2;
  readonly size: number;
  readonly gap: number;
}

interface PlacedOffer {
  readonly lines: readonly string[];
  readonly x: number;
  readonly top: number;
}

/** A page's share of the offers, and those that found no room. */
export type OfferLayout = ReturnType<typeof layOutOffers>;

const gutter = 26;
const indent = 19;
const leading = 1.26;

/** Places offers column by column, in columns as even as they can be; the first always finds room. */
export function layOutOffers(offers: readonly string[], box: OfferBox, setting: OfferSetting) {
  const { columns, size, gap } = setting;
  const width = (box.width - (columns - 1) * gutter) / columns;
  const rows = offers.map((offer) => wrap(offer, { face: 'sans', size }, width - indent));
  const tall = rows.map((lines) => lines.length * size * leading + gap);
  const place = (limit: number): PlacedOffer[] => {
    const placed: PlacedOffer[] = [];
    let [column, used] = [0, 0];
    for (const [i, lines] of rows.entries()) {
      const height = tall[i] ?? 0;
      if (used > 0 && used + height - gap > limit) [column, used] = [column + 1, 0];
      if (column === columns) break;
      placed.push({ lines, x: box.left + column * (width + gutter), top: box.top + used });
      used += height;
    }
    return placed;
  };
  const evenLimits = tall
    .map((_, i) => tall.slice(0, i + 1).reduce((sum, height) => sum + height, -gap))
    .filter((limit) => limit <= box.height);
  const even = evenLimits.map(place).find((placed) => placed.length === offers.length);
  const placed = even ?? place(box.height);
  return {
    placed,
    size,
    bottom: Math.max(box.top, ...placed.map(({ lines, top }) => top + lines.length * size * leading)),
    rest: offers.slice(placed.length),
  };
}

/** Draws placed offers as a list. */
export function drawOffers(pdf: Pdf, parent: Pdf['root'], { placed, size }: OfferLayout): void {
  const { doc } = pdf;
  const setting = { face: 'sans', size, fill: colours.ink } as const;
  drawArtifact(pdf, () => {
    for (const { x, top } of placed) doc.circle(x + 4.5, top + size * 0.66, size * 0.3).fill(colours.sun);
  });
  group(pdf, parent, 'L', (list) => {
    for (const { lines, x, top } of placed) {
      group(pdf, list, 'LI', (item) => {
        const line = { ...setting, x: x + indent, y: top + size * 0.98 };
        drawTagged(pdf, item, 'LBody', () => drawLines(pdf, lines, line, size * leading));
      });
    }
  });
}
