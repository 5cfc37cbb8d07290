import { inflateSync } from 'node:zlib';

/** One object of a PDF as its writer put it: the text of its dictionary or value, and its bytes unpacked, if any. */
interface PdfObject {
  readonly head: string;
  readonly body: Buffer | null;
}

/** A PDF taken apart just enough to be asserted on. Reads what the library in use writes, not PDF at large. */
export interface ReadPdf {
  readonly objects: ReadonlyMap<number, PdfObject>;
  readonly trailer: string;
  /** Objects whose dictionary holds the text. */
  with(text: string): PdfObject[];
  /** The object that a key of a dictionary refers to. */
  follow(from: PdfObject, key: string): PdfObject;
  /** The content of each page, in order. */
  readonly pages: readonly string[];
  /** The text of a page, piece by piece as drawn, read through the fonts' own character maps. */
  textOf(page: number): string[];
}

/** All that a document says, its pieces apart by single spaces. */
export const wordsOf = (file: Buffer): string => spoken(readPdf(file));

/** What a document itself says, without what stands on every page (ISO 32000-1, 14.8.2.2: artifacts). */
export function wordsWithoutArtifacts(file: Buffer): string {
  return spoken(readPdf(file, (content) => content.replaceAll(/\/Artifact <<.*?\nEMC/gsu, '')));
}

function spoken(pdf: ReadPdf): string {
  const all = pdf.pages.flatMap((_, page) => pdf.textOf(page));
  return all.join(' ').replaceAll(/[\s\u00a0\u202f]+/g, ' ');
}

export function readPdf(file: Buffer, keep: (content: string) => string = (content) => content): ReadPdf {
  const text = file.toString('latin1');
  const objects = new Map<number, PdfObject>();
  for (const start of text.matchAll(/^(\d+) 0 obj\n/gmu)) {
    const from = start.index + start[0].length;
    const end = text.indexOf('endobj', from);
    const stream = text.indexOf('stream\n', from);
    const isStream = stream >= 0 && stream < end;
    const head = text.slice(from, isStream ? stream : end);
    objects.set(Number(start[1]), { head, body: isStream ? unpack(file, head, stream + 7) : null });
  }
  const all = [...objects.values()];
  const follow = (from: PdfObject, key: string) => {
    const number = new RegExp(`/${key} \\[?(\\d+) 0 R`, 'u').exec(from.head)?.[1];
    const found = objects.get(Number(number));
    if (!found) throw new Error(`no ${key} in ${from.head}`);
    return found;
  };
  const pageObjects = all.filter(({ head }) => /\/Type \/Page\n/u.test(head));
  const pages = pageObjects.map((page) => keep(String(follow(page, 'Contents').body?.toString('latin1'))));
  return {
    objects,
    trailer: text.slice(text.lastIndexOf('trailer')),
    with: (part) => all.filter(({ head }) => head.includes(part)),
    follow,
    pages,
    textOf: (page) => {
      const resources = follow(pageObjects[page] ?? { head: '', body: null }, 'Resources');
      const mapOf = (font: string) => characterMap(follow(follow(resources, font), 'ToUnicode'));
      return drawnText(pages[page] ?? '', mapOf);
    },
  };
}

function unpack(file: Buffer, head: string, from: number): Buffer {
  const bytes = file.subarray(from, from + Number(/\/Length (\d+)/u.exec(head)?.[1]));
  return head.includes('/FlateDecode') ? inflateSync(bytes) : bytes;
}

function characterMap({ body }: PdfObject): string[] {
  const ranges = [...String(body).matchAll(/^<[0-9a-f]+> <[0-9a-f]+> \[(.*)\]$/gmu)];
  return ranges.flatMap((range) =>
    [...(range[1] ?? '').matchAll(/<([0-9a-f ]+)>/gu)].map(([, codes = '']) =>
      String.fromCharCode(...codes.split(' ').map((code) => Number.parseInt(code, 16))),
    ),
  );
}

function drawnText(content: string, mapOf: (font: string) => string[]): string[] {
  let map: string[] = [];
  const pieces: string[] = [];
  for (const [, font, shown = ''] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*)\] TJ/gu)) {
    if (font) map = mapOf(font);
    else {
      const glyphs = [...shown.matchAll(/<([0-9a-f]+)>/gu)].flatMap(
        ([, hex = '']) => hex.match(/..../gu) ?? [],
      );
      pieces.push(glyphs.map((glyph) => map[Number.parseInt(glyph, 16)] ?? '\u0000').join(''));
    }
  }
  return pieces;
}

/** A text string of a PDF, as `(ascii)` or `(UTF-16 with its mark)`, without its escapes. */
export function pdfString(raw: string): string {
  const bytes = raw.slice(raw.indexOf('(') + 1, raw.lastIndexOf(')')).replace(/\\([()\\])/gu, '$1');
  if (!bytes.startsWith('þÿ')) return bytes;
  return Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le');
}
