import { fontOf } from '../drawing/fonts.ts';
import { glyphOutline, grain, writePoint } from '../drawing/glyphOutline.ts';
import type { RelativePath } from '../drawing/relativePath.ts';
import { measure } from '../drawing/text.ts';
import { panel, panelLayouts } from './panelLayout.ts';

/** How the number of a label is set on the panel. */
export const numberSetting = { face: 'sansSemibold', size: 16, spacing: 1.2 } as const;

/** A character after another one: how far the pen went (grains), and its outline from where the other's ended. */
interface Step {
  readonly advance: number;
  readonly path: string;
}

/** Steps by the code of the character before and the code of the character: filled for those that numbers are made of. */
const codes = 128;
const steps: (Step | null)[] = Array(codes * codes).fill(null);
/** Widths by code, and the first character by where it stands and which it is. */
const widths: number[] = Array(codes).fill(0);
const starts = new Map<number, string>();

/** Longer ones would be wider than the panel. */
const maxLength = 20;
const maxStarts = 4000;

/**
 * The outline of a number, centred on the panel; null for one that is not made of capitals, digits and dashes as printed
 * numbers are. Pieces made once for each pair of characters are put one after the other: that takes a microsecond where
 * laying out text takes a hundred.
 */
export function numberLine(number: string): string | null {
  const { length } = number;
  let before = number.charCodeAt(0);
  if (length === 0 || length > maxLength || !isPlain(before)) return null;
  let [width, path] = [0, ''];
  for (let i = 1; i < length; i += 1) {
    const code = number.charCodeAt(i);
    if (!isPlain(code)) return null;
    const step = steps[before * codes + code] ?? makeStep(before, code);
    width += step.advance;
    path += step.path;
    before = code;
  }
  return startOf(number.charCodeAt(0), before, width) + path;
}

function isPlain(code: number): boolean {
  return code === 45 || (code >= 48 && code <= 57) || (code >= 65 && code <= 90);
}

/** The first character, placed so that the whole is centred. Few sums of widths are possible, so each place is written once. */
function startOf(first: number, last: number, width: number): string {
  const left = Math.round((panel.width * grain - width - widthOf(last) * grain) / 2);
  const key = left * codes + first;
  const known = starts.get(key);
  if (known !== undefined) return known;
  const { x, y, rest } = outlineOf(first);
  const start = `M${writePoint(left + x, panelLayouts.plain.number * grain + y)}${rest}`;
  if (starts.size === maxStarts) starts.clear();
  starts.set(key, start);
  return start;
}

function widthOf(code: number): number {
  widths[code] ||= measure(String.fromCharCode(code), numberSetting);
  return widths[code];
}

function makeStep(before: number, code: number): Step {
  const [first, second] = [String.fromCharCode(before), String.fromCharCode(code)];
  const { face, size, spacing } = numberSetting;
  const exact = measure(first + second, { face, size }) - measure(second, { face, size }) + spacing;
  const advance = Math.round(exact * grain);
  const [from, to] = [outlineOf(before), outlineOf(code)];
  const across = advance + to.x - from.lastX;
  const step = { advance, path: `m${writePoint(across, to.y - from.lastY)}${to.rest}` };
  steps[before * codes + code] = step;
  return step;
}

function outlineOf(code: number): RelativePath {
  const { face, size } = numberSetting;
  return glyphOutline(fontOf(face).glyphForCodePoint(code), face, size);
}
