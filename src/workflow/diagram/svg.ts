/**
 * Colours of the site's palette (docs/design/experience.md#ground). On a page they follow its light or dark ground; alone, in an
 * image, they are those of the light one.
 */
export const paint = {
  ground: coloured('card'),
  box: coloured('paper'),
  ink: coloured('ink'),
  quiet: coloured('slate'),
  lake: coloured('lake'),
  back: coloured('edge'),
  rule: coloured('line'),
  here: coloured('button'),
  onHere: coloured('on-lake'),
  sun: coloured('sun'),
} as const;

function coloured(name: string): string {
  return `var(--${name}, ${pageColour(name)})`;
}

type Attributes = Readonly<Record<string, string | number | null>>;

/** An SVG element; numbers are written in tenths, an attribute that is null is left out. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? tenths(value) : value}"`)
    .join('');
  return content ? `<${name}${written}>${content}</${name}>` : `<${name}${written}/>`;
}

/** A number as the drawings write it. */
export function tenths(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Text made safe inside an element. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

import { pageColour } from '../../profile/palette.ts';
