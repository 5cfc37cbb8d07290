import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { fillTokens } from '../../../i18n/fillTokens.ts';
import { pageColour } from '../../../profile/palette.ts';
import { bindingLanguage } from '../../../profile/profile.ts';
import { schemeFile } from '../../../profile/schemeFile.ts';
import { projectFile } from '../../../projectFile.ts';
import { listFonts, readFont } from './fonts.ts';
import { paletteCss } from './paletteCss.ts';
import { stylesheet, stylesheets } from './stylesheet.ts';

const { resolve } = createRequire(import.meta.url);
/** Scripts as their packages bring them: the reader of codes, for browsers that have none of their own, and the one that draws PDFs. */
const packaged = {
  'qrDecode.js': 'qr/decode.js',
  'qrIndex.js': 'qr',
  'pdf.js': 'pdfjs-dist/legacy/build/pdf.min.mjs',
  'pdfWorker.js': 'pdfjs-dist/legacy/build/pdf.worker.min.mjs',
} as const;
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const folder = projectFile('templates/assets/');
const namesIn = (where: URL) => readdirSync(where).filter((name) => extname(name) in types);

/** A file that browsers fetch; `digest` is the sha-256 (hex) of its bytes. */
export type Asset = ReturnType<typeof asset>;

export interface Assets {
  /** Address of an asset; its content's digest is in it, so that it may be kept forever. */
  readonly href: (name: string) => string;
  readonly find: (name: string) => Asset | undefined;
}

/**
 * The scripts of templates/assets, the pictures of the scheme, the style sheets, the fonts, the scripts of packages; nothing else is served. Each is
 * read once, when it is first requested.
 */
export function loadAssets(mode: 'development' | 'production'): Assets {
  const ofScheme = namesIn(schemeFile('.'));
  const drawn = [...namesIn(folder), ...ofScheme];
  const read = (name: string) =>
    isPackaged(name)
      ? readPackaged(name)
      : readFileSync(ofScheme.includes(name) ? schemeFile(name) : new URL(name, folder));
  const readers = new Map<string, () => Buffer>([
    ...[...drawn, ...Object.keys(packaged)].map((name) => [name, () => withImports(name, read)] as const),
    ...listFonts().map((name) => [`fonts/${name}`, () => readFont(name)] as const),
    ...stylesheets.map((name) => [name, () => withFonts(painted(name, mode), href)] as const),
  ]);
  const assets = new Map<string, Asset>();
  const find = (name: string): Asset | undefined => {
    const known = assets.get(name);
    const bytes = known ? undefined : readers.get(name)?.();
    if (!bytes) return known;
    const found = asset(name, bytes);
    assets.set(name, found);
    return found;
  };
  const href = (name: string): string => {
    const known = find(name);
    if (!known) throw new Error(`there is no asset ${name}`);
    return `/assets/${name}?v=${known.digest.slice(0, 10)}`;
  };
  // Every page needs it: a program that was not built says so when it starts.
  find('style.css');
  return { href, find };
}

function asset(name: string, bytes: Buffer) {
  const type = types[extname(name)] ?? 'application/octet-stream';
  return { bytes, type, digest: hash('sha256', bytes) };
}

function isPackaged(name: string): name is keyof typeof packaged {
  return name in packaged;
}

/** The one import of the reader of codes is named as we name the file. */
function readPackaged(name: keyof typeof packaged): Buffer {
  const text = readFileSync(resolve(packaged[name]), 'utf8');
  return Buffer.from(text.replace(" from './index.js';", " from './qrIndex.js';"));
}

/** A script that imports others names them with their digests, as pages do: it is another script when one of them changes. */
function withImports(name: string, read: (name: string) => Buffer): Buffer {
  const bytes = read(name);
  if (extname(name) !== '.js') return bytes;
  // What other sites embed names the label.
  const text =
    name === 'embed.js'
      ? fillTokens(
          bytes
            .toString()
            .replace(/%([a-z-]+)@(light|dark)%/g, (_, colour, ground) => pageColour(colour, ground)),
          bindingLanguage,
        )
      : bytes.toString();
  const imports = /( from |import\()'\.\/([\w-]+\.js)'/g;
  const named = text.replaceAll(imports, (_, how: string, imported: string) => {
    const { digest } = asset(imported, withImports(imported, read));
    return `${how}'./${imported}?v=${digest.slice(0, 10)}'`;
  });
  return Buffer.from(named);
}

/** The one that every page has begins with the colours of the label. */
function painted(name: (typeof stylesheets)[number], mode: 'development' | 'production'): Buffer {
  const sheet = stylesheet(name, mode);
  // The mark of its encoding, which the compiler puts first, would be a part of a selector after them.
  return name === 'style.css' ? Buffer.from(paletteCss() + sheet.toString().replace(/^\uFEFF/, '')) : sheet;
}

/** A style sheet names fonts with their digests, as pages do. */
function withFonts(css: Buffer, href: Assets['href']): Buffer {
  return Buffer.from(
    css.toString().replaceAll(/\/assets\/(fonts\/[\w-]+\.woff2)/g, (_, font: string) => href(font)),
  );
}
