import { escapeXml } from '../drawing/escapeXml.ts';
import { requirePrintable } from '../drawing/text.ts';
import type { BadgeData } from './badgeData.ts';
import { numberOutline } from './badgePanel.ts';
import { numberLine } from './numberLine.ts';
import { panel } from './panelLayout.ts';
import { preparedBadge } from './preparedBadge.ts';
import { scanCode } from './scanCode.ts';

/** The badge as SVG: outlines only, no ids, the same bytes for the same data; `invalid` for a character not in the face. */
export function drawBadge(data: BadgeData): string {
  const prepared = preparedBadge(data);
  const number = isPlainNumber(data.number) ? data.number : escapeXml(printedNumber(data.number));
  const start = prepared.beforeTitleNumber + number + prepared.beforeNumber;
  if (prepared.afterNumber === null) return start + prepared.end;
  const line = numberLine(data.number);
  const code = data.form === 'large' ? scanCode(printedAddress(data.address), panel.width / 2, 328, 164) : '';
  return (
    start + (line ?? numberOutline(printedNumber(data.number))) + prepared.afterNumber + code + prepared.end
  );
}

/** Printed as it is, whatever the face: as all numbers of ours are. */
function isPlainNumber(number: string): boolean {
  return /^[A-Z0-9-]+$/.test(number);
}

/** The number as it is printed; throws `invalid` for a character not in the face. */
export function printedNumber(number: string): string {
  return requirePrintable(number, 'sansSemibold', 'number');
}

/** The address as it is printed; throws `invalid` for a character not in the face. */
export function printedAddress(address: string): string {
  return requirePrintable(address, 'sans', 'address');
}
