import { mark } from '../../profile/mark.ts';
import { colours } from './colours.ts';

/** The field of the mark, in its own units (docs/design/experience.md#the-mark). */
export const markField = { width: 120, height: 150 } as const;

/** The whole mark as one path, its parts cut out of the ground: fill it with the even-odd rule in any one colour. */
export const markCutOut = mark.map(({ path }) => path).join('');

export type MarkVariant = 'colour' | 'grey';

/** The mark's parts in the order to paint them, in colour or, for a label that does not hold, in grey. */
export function markParts(variant: MarkVariant): readonly { readonly path: string; readonly fill: string }[] {
  return mark.map(({ path, colour, grey }) => ({ path, fill: variant === 'grey' ? grey : colours[colour] }));
}

/** The mark as SVG elements in its own field. */
export function markFragment(variant: MarkVariant): string {
  return markParts(variant)
    .map(({ path, fill }) => `<path fill="${fill}" d="${path}"/>`)
    .join('');
}

/** The mark in one colour as an SVG element. */
export function markInOneColour(fill: string): string {
  return `<path fill="${fill}" fill-rule="evenodd" d="${markCutOut}"/>`;
}
