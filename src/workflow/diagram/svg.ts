/**
 * Colours of the site's palette (docs/design/experience.md#ground). On a page they follow its light or dark ground; alone, in an
 * image, they are those of the light one.
 */
export const paint = {
  ground: 'var(--card, #ffffff)',
  box: 'var(--paper, #fbf8f2)',
  ink: 'var(--ink, #1d2a2a)',
  quiet: 'var(--slate, #5a6666)',
  lake: 'var(--lake, #0b4f54)',
  back: 'var(--edge, #8a8577)',
  rule: 'var(--line, #ddd5c8)',
  here: 'var(--button, #0b4f54)',
  onHere: 'var(--on-lake, #ffffff)',
  sun: 'var(--sun, #f2b134)',
} as const;

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
