import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { projectFile } from '../../../projectFile.ts';
import { stylesheet } from './stylesheet.ts';

const { resolve } = createRequire(import.meta.url);
const sans = '@expo-google-fonts/source-sans-3';
const serif = '@expo-google-fonts/source-serif-4';
const fonts: Readonly<Record<string, string>> = {
  'fonts/sans-regular.ttf': `${sans}/400Regular/SourceSans3_400Regular.ttf`,
  'fonts/sans-semibold.ttf': `${sans}/600SemiBold/SourceSans3_600SemiBold.ttf`,
  'fonts/sans-bold.ttf': `${sans}/700Bold/SourceSans3_700Bold.ttf`,
  'fonts/serif-semibold.ttf': `${serif}/600SemiBold/SourceSerif4_600SemiBold.ttf`,
  'fonts/serif-italic.ttf': `${serif}/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf`,
};
/** The reader of codes as its package brings it, for browsers that have none of their own. */
const decoder = { 'qrDecode.js': 'qr/decode.js', 'qrIndex.js': 'qr' } as const;
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
};

/** A file that browsers fetch; `digest` is the sha-256 (hex) of its bytes. */
export type Asset = ReturnType<typeof asset>;

export interface Assets {
  /** Address of an asset; its content's digest is in it, so that it may be kept forever. */
  readonly href: (name: string) => string;
  readonly find: (name: string) => Asset | undefined;
}

/**
 * The pictures and scripts of templates/assets, the style sheet, the fonts, the reader of codes; nothing else is served. Each is
 * read once, when it is first requested.
 */
export function loadAssets(mode: 'development' | 'production'): Assets {
  const folder = projectFile('templates/assets/');
  const drawn = readdirSync(folder).filter((name) => extname(name) in types);
  const read = (name: string) => (isDecoder(name) ? readDecoder(name) : readFileSync(new URL(name, folder)));
  const readers = new Map<string, () => Buffer>([
    ...[...drawn, ...Object.keys(decoder)].map((name) => [name, () => withImports(name, read)] as const),
    ...Object.entries(fonts).map(([name, path]) => [name, () => readFileSync(resolve(path))] as const),
    ['style.css', () => stylesheet(mode)],
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
  // Every page needs it: a program that was not built says so when it starts.
  find('style.css');
  return {
    href: (name) => {
      const known = find(name);
      if (!known) throw new Error(`there is no asset ${name}`);
      return `/assets/${name}?v=${known.digest.slice(0, 10)}`;
    },
    find,
  };
}

function asset(name: string, bytes: Buffer) {
  const type = types[extname(name)] ?? 'application/octet-stream';
  return { bytes, type, digest: hash('sha256', bytes) };
}

function isDecoder(name: string): name is keyof typeof decoder {
  return name in decoder;
}

/** Its one import is named as we name the file. */
function readDecoder(name: keyof typeof decoder): Buffer {
  const text = readFileSync(resolve(decoder[name]), 'utf8');
  return Buffer.from(text.replace(" from './index.js';", " from './qrIndex.js';"));
}

/** A script that imports others names them with their digests, as pages do: it is another script when one of them changes. */
function withImports(name: string, read: (name: string) => Buffer): Buffer {
  const bytes = read(name);
  if (extname(name) !== '.js') return bytes;
  const imports = /( from |import\()'\.\/([\w-]+\.js)'/g;
  const named = bytes.toString().replaceAll(imports, (_, how: string, imported: string) => {
    const { digest } = asset(imported, withImports(imported, read));
    return `${how}'./${imported}?v=${digest.slice(0, 10)}'`;
  });
  return Buffer.from(named);
}
