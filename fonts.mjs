import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

const { resolve } = createRequire(import.meta.url);
const faces = {
  'sans-regular': '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'sans-semibold': '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  'serif-semibold': '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
};
/** What the style sheet or a browser by itself asks for: pairs drawn together, letters joined, figures of one width. */
const keepFeatures = ['kern', 'liga', 'tnum'];

/**
 * Cuts the fonts of pages down to the letters that the built style sheet names (`unicode-range`, templates/assets/style/_fonts.scss), a
 * file of WOFF2 for each of its rules.
 */
const folder = 'dist/assets/fonts';
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const style = await readFile('dist/assets/style.css', 'utf8');
const rules = style.matchAll(
  /@font-face\{[^}]*\/(?<face>[\w-]+?)(?<part>-other)?\.woff2[^}]*unicode-range:(?<range>[^;}]+)\}/g,
);
for (const { groups } of rules) {
  const { face, part = '', range } = groups;
  const font = await subsetFont(await readFile(resolve(faces[face])), lettersOf(range), {
    targetFormat: 'woff2',
    keepFeatures,
  });
  await writeFile(`${folder}/${face}${part}.woff2`, font);
}

/** Every character of a range as style sheets write it (U+20-7E,U+A0). */
function lettersOf(range) {
  return range.split(',').flatMap(charactersOf).join('');
}

function charactersOf(part) {
  const [from, to = from] = part.replace('U+', '').split('-');
  const first = Number.parseInt(from, 16);
  const length = Number.parseInt(to, 16) - first + 1;
  return Array.from({ length }, (_, i) => String.fromCodePoint(first + i));
}
