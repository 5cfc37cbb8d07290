import { escapeXml } from '../drawing/escapeXml.ts';
import { requirePrintable } from '../drawing/text.ts';
import type { BadgeData } from './badgeData.ts';
import { markBadge } from './badgeMark.ts';
import { panelBadge } from './badgePanel.ts';
import { badgeSayings } from './badgeSayings.ts';

/** The badge as SVG: outlines only, no ids, the same bytes for the same data; `invalid` for a character not in the face. */
export function drawBadge(given: BadgeData): string {
  const data = requireBadgePrintable(given);
  const { word, title } = badgeSayings(data);
  const drawing = data.form === 'mark' ? markBadge(data) : panelBadge(data, word);
  const { width, height } = drawing;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
    ` role="img" lang="${data.language}"><title>${escapeXml(title)}</title>${drawing.elements}</svg>\n`,
  ].join('');
}

/** The data as they are printed; throws `invalid` for a character not in the face. */
export function requireBadgePrintable(data: BadgeData): BadgeData {
  return {
    ...data,
    number: requirePrintable(data.number, 'sansSemibold', 'number'),
    address: requirePrintable(data.address, 'sans', 'address'),
  };
}
