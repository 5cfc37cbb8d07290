import type { Font, Glyph, Subset } from 'fontkit';

/** What the published types leave out of a TrueType typeface and of its glyphs. */
interface TrueType extends Font {
  readonly loca: { readonly version: 0 | 1; readonly offsets: readonly number[] };
  _getTableStream(tag: 'glyf'): { pos: number; readBuffer(length: number): Uint8Array };
}
interface TrueTypeGlyph extends Glyph {
  _decode(): { readonly components?: readonly Component[] } | null;
  _getMetrics(): { readonly leftBearing: number };
}

/** A glyph that another one is made of, and where in the other's bytes its number stands. */
interface Component {
  readonly glyphID: number;
  readonly pos: number;
}

interface Piece {
  readonly bytes: Uint8Array;
  readonly components: readonly Component[];
  readonly advance: number;
  readonly bearing: number;
}

const [directoryStart, entrySize] = [12, 16];
/** Where tables tell how many glyphs there are (OpenType, maxp and hhea). */
const placeOfCount: Readonly<Record<string, number>> = { maxp: 4, hhea: 34 };

/**
 * Makes a typeface give subsets of itself from pieces that it keeps, byte for byte as the library writes them: that reads and
 * writes each glyph anew for each document, which takes row 8 of docs/performance.md over its goal.
 */
export function cacheGlyphs(font: Font): void {
  const typeface = font as TrueType;
  const blank = Buffer.from(font.createSubset().encode());
  const pieces = new Map<number, Piece>();
  const pieceOf = (id: number): Piece => {
    const piece = pieces.get(id) ?? readPiece(typeface, id);
    pieces.set(id, piece);
    return piece;
  };
  // The published type takes a glyph and gives a flag; the library's own subset takes a number and gives one.
  font.createSubset = () => openSubset(typeface.loca.version, blank, pieceOf) as unknown as Subset;
}

function readPiece(font: TrueType, id: number): Piece {
  const glyph = font.getGlyph(id) as TrueTypeGlyph;
  const [from = 0, to = 0] = font.loca.offsets.slice(id, id + 2);
  const stream = font._getTableStream('glyf');
  stream.pos += from;
  return {
    bytes: stream.readBuffer(to - from),
    components: glyph._decode()?.components ?? [],
    advance: glyph.advanceWidth,
    bearing: glyph._getMetrics().leftBearing,
  };
}

/** Glyphs of a typeface under numbers of their own, in the order in which they were asked for, and the font file of them. */
function openSubset(locaVersion: 0 | 1, blank: Buffer, pieceOf: (id: number) => Piece) {
  const glyphs: number[] = [];
  const numbers = new Map<number, number>();
  const includeGlyph = (glyph: number): number => {
    const known = numbers.get(glyph) ?? glyphs.push(glyph) - 1;
    numbers.set(glyph, known);
    return known;
  };
  includeGlyph(0);
  const encode = (): Uint8Array => {
    const outlines: Buffer[] = [];
    const metrics: Buffer[] = [];
    // Glyphs that others are made of join the list while it is gone through.
    for (const glyph of glyphs) {
      const { bytes, components, advance, bearing } = pieceOf(glyph);
      const outline = Buffer.from(bytes);
      for (const { glyphID, pos } of components) outline.writeUInt16BE(includeGlyph(glyphID), pos);
      outlines.push(outline);
      const metric = Buffer.alloc(4);
      metric.writeUInt16BE(advance, 0);
      metric.writeInt16BE(bearing, 2);
      metrics.push(metric);
    }
    const changed = {
      glyf: Buffer.concat(outlines),
      loca: writeStarts(outlines, locaVersion),
      hmtx: Buffer.concat(metrics),
    };
    return assemble(blank, changed, outlines.length);
  };
  return { includeGlyph, encode };
}

/** The tables of the blank subset, with those that the glyphs change and with their count. */
function assemble(blank: Buffer, changed: Readonly<Record<string, Buffer>>, count: number): Uint8Array {
  const head = Buffer.from(blank.subarray(0, directoryStart + entrySize * blank.readUInt16BE(4)));
  const tables: Buffer[] = [];
  let offset = head.length;
  for (let at = directoryStart; at < head.length; at += entrySize) {
    const tag = head.toString('latin1', at, at + 4);
    const [from, length] = [head.readUInt32BE(at + 8), head.readUInt32BE(at + 12)];
    const table = changed[tag] ?? Buffer.from(blank.subarray(from, from + length));
    const countAt = placeOfCount[tag];
    if (countAt !== undefined) table.writeUInt16BE(count, countAt);
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(table.length, at + 12);
    tables.push(table);
    offset += table.length;
  }
  return Buffer.concat([head, ...tables]);
}

/** Where each glyph begins, and the last one ends, as the table `loca` has it: halved in its short form. */
function writeStarts(outlines: readonly Buffer[], version: 0 | 1): Buffer {
  const width = version === 0 ? 2 : 4;
  const table = Buffer.alloc((outlines.length + 1) * width);
  let start = 0;
  outlines.forEach(({ length }, i) => {
    start += length;
    table.writeUIntBE(version === 0 ? start / 2 : start, (i + 1) * width, width);
  });
  return table;
}
