import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parse } from 'yaml';

interface Palette {
  readonly pages: Readonly<Record<'light' | 'dark', Readonly<Record<string, string>>>>;
}

/** The colours of the pages of every scheme on both grounds, by name. */
const grounds: readonly (readonly [ground: string, colours: ReadonlyMap<string, string>])[] = readdirSync(
  'criteria',
  { withFileTypes: true },
)
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => {
    const { light, dark } = (parse(readFileSync(`criteria/${name}/palette.yaml`, 'utf8')) as Palette).pages;
    return [
      [`light ground of ${name}`, new Map(Object.entries(light))],
      [`dark ground of ${name}`, new Map(Object.entries({ ...light, ...dark }))],
    ] as const;
  });

/** Contrast of two colours as WCAG 2.2 defines it, from 1 to 21. */
function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Words on what lies under them: 4.5 to 1 (WCAG 1.4.3). */
const texts: readonly [text: string, on: readonly string[]][] = [
  ['ink', ['paper', 'card', 'well', 'lake-soft', 'leaf-soft', 'coral-soft', 'sun-soft', 'slate-soft']],
  ['slate', ['paper', 'card', 'well', 'lake-soft', 'leaf-soft', 'coral-soft', 'slate-soft']],
  ['lake', ['paper', 'card', 'well', 'lake-soft']],
  ['leaf-ink', ['paper', 'card', 'leaf-soft']],
  ['coral-ink', ['paper', 'card', 'coral-soft']],
  ['sun-ink', ['sun-soft']],
  ['on-sun', ['sun']],
  ['on-lake', ['button', 'button-hover', 'hero']],
  ['on-lake-quiet', ['hero']],
  ['on-fill', ['slate-fill', 'leaf']],
  ['on-step', ['step-0', 'step-1', 'step-2', 'step-3', 'step-4']],
];

/** Shapes that carry meaning, borders of fields, rings of focus: 3 to 1 (WCAG 1.4.11). */
const shapes: readonly [shape: string, on: readonly string[]][] = [
  ['leaf', ['paper', 'card', 'leaf-soft']],
  ['slate-fill', ['paper', 'card', 'slate-soft']],
  ['coral', ['paper', 'card', 'coral-soft']],
  ['edge', ['paper', 'card']],
  ['ink', ['paper', 'card', 'well']],
  ['sun', ['hero']],
  ['lake', ['card', 'lake-soft']],
];

describe('the colours of the pages', () => {
  it('are measured by the WCAG formula', () => {
    expect(contrast('#000000', '#ffffff')).to.be.closeTo(21, 0.001);
    expect(contrast('#777777', '#ffffff')).to.be.closeTo(4.48, 0.01);
  });

  for (const [name, ground] of grounds) {
    const check = (pairs: typeof texts, least: number) => {
      const found = pairs.flatMap(([front, backs]) =>
        backs.map((back) => {
          const [a, b] = [ground.get(front), ground.get(back)];
          expect(a, `${front} is in the palette`).to.be.a('string');
          expect(b, `${back} is in the palette`).to.be.a('string');
          return { pair: `${front} on ${back}`, ratio: contrast(a ?? '', b ?? '') };
        }),
      );
      expect(found.filter(({ ratio }) => ratio < least)).to.deep.equal([]);
    };
    it(`have enough contrast on the ${name}`, () => check(texts, 4.5));
    it(`distinguish shapes on the ${name}`, () => check(shapes, 3));
  }
});
