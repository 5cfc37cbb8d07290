import { escapeXml } from '../drawing/escapeXml.ts';
import { requirePrintable } from '../drawing/text.ts';
import { type BadgeData, type BadgeLookup, places } from './badgeData.ts';
import { markBadge } from './badgeMark.ts';
import { panelBadge } from './badgePanel.ts';
import { badgeTexts } from './badgeTexts.ts';
import { numberLine } from './numberLine.ts';
import { panel } from './panelLayout.ts';
import { scanCode } from './scanCode.ts';

/** The badge as SVG: outlines only, no ids, the same bytes for the same data; `invalid` for a character not in the face. */
export function drawBadge(data: BadgeData): string {
  const { number, form } = data;
  const [start, afterTitle, afterNumber, end] = drawingOf(data);
  const titled = start + escapeXml(number) + afterTitle;
  if (form === 'mark') return titled;
  const numbered = titled + numberLine(number) + afterNumber;
  if (form === 'standard') return numbered;
  return numbered + scanCode(printedAddress(data.address), panel.width / 2, 328, 164) + end;
}

/** The address as it is printed; throws `invalid` for a character not in the face. */
export function printedAddress(address: string): string {
  return requirePrintable(address, 'sans', 'address');
}

/** Drawings cut where the number in the title, the outline of the number and the code go, by all the rest that they show. */
const drawings = new Map<string, readonly string[]>();
/** A day brings a new one for each look that names it. */
const maxDrawings = 2000;

/** Made once: to draw all anew takes rows 5 and 6 of docs/performance.md under their goals. */
function drawingOf(look: BadgeLookup): readonly string[] {
  const { form, language, status, until = '', year = '', specimen } = look;
  const key = form + language + status + until + year + specimen;
  const known = drawings.get(key);
  if (known) return known;
  if (drawings.size === maxDrawings) drawings.clear();
  const drawing = draw(look).split(/[\uE000-\uE002]/);
  drawings.set(key, drawing);
  return drawing;
}

function draw(look: BadgeLookup): string {
  const { word, title } = badgeTexts({ ...look, number: places.title });
  const { width, height, content } = look.form === 'mark' ? markBadge(look) : panelBadge(look, word);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
    ` role="img" lang="${look.language}"><title>${narrow(escapeXml(title))}</title>${content}</svg>\n`,
  ].join('');
}

/** Text without characters that need two bytes of memory: one of them doubles the whole drawing (row 6b of docs/performance.md). */
function narrow(xml: string): string {
  return xml.replace(/[^\uE000 -~]/gu, (character) => `&#${character.codePointAt(0)};`);
}
