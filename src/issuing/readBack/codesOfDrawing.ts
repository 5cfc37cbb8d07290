import { openDrawing } from '../../pictures/openPicture.ts';
import { codesOn } from './codesOn.ts';

const elements = new Set(['svg', 'g', 'path', 'rect', 'circle', 'title', 'desc', 'openbadges:credential']);
const attributes = new Set(
  'xmlns xmlns:openbadges width height viewBox role lang x y rx ry cx cy r d fill fill-rule stroke stroke-width transform opacity id'.split(
    ' ',
  ),
);

/** Whether an element is what badges are drawn with. Others may take a renderer long, or show what is not in the drawing. */
export function isOfBadges(name: string, its: readonly string[]): boolean {
  return elements.has(name) && its.every((one) => attributes.has(one));
}

/** Bytes of a drawing that is looked at; ours have an eighth. */
const maxBytes = 200_000;
/** Longer side (px) at which it is drawn. */
const side = 1000;

/** Texts of the codes to scan in a drawing (SVG) of such elements alone. */
export async function codesOfDrawing(svg: Buffer): Promise<string[]> {
  if (svg.length > maxBytes) return [];
  try {
    const { data, info } = await openDrawing(svg)
      .resize(side, side, { fit: 'inside' })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return await codesOn({ ...info, data });
  } catch {
    // What cannot be drawn shows no code.
    return [];
  }
}
