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

/** Subsets kept per typeface: documents of one kind often need the same letters in the same order. */
const subsetsKept = 100;
const [directoryStart, entrySize] = [12, 16];

/**
 * Makes a typeface give subsets of itself from pieces that it keeps, byte for byte as the library writes them: reading and
 * writing each glyph anew took a tenth of the time of a document.
 */
export function cacheGlyphs(font: Font): void {
  const typeface = font as TrueType;
  const blank = Buffer.from(font.createSubset().encode());
  const pieces = new Map<number, Piece>();
  const made = new Map<string, Uint8Array>();
  const pieceOf = (id: number): Piece => {
    const piece = pieces.get(id) ?? readPiece(typeface, id);
    pieces.set(id, piece);
    return piece;
  };
  // The published type takes a glyph and gives a flag; the library's own subset takes a number and gives one.
  font.createSubset = () => new KeptSubset(typeface.loca.version, blank, pieceOf, made) as unknown as Subset;
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

/** Glyphs of a typeface under numbers of their own, in the order in which they were asked for. */
class KeptSubset {
  readonly #locaVersion: 0 | 1;
  readonly #blank: Buffer;
  readonly #pieceOf: (id: number) => Piece;
  readonly #made: Map<string, Uint8Array>;
  readonly #glyphs: number[] = [];
  readonly #numbers = new Map<number, number>();

  constructor(
    locaVersion: 0 | 1,
    blank: Buffer,
    pieceOf: (id: number) => Piece,
    made: Map<string, Uint8Array>,
  ) {
    this.#locaVersion = locaVersion;
    this.#blank = blank;
    this.#pieceOf = pieceOf;
    this.#made = made;
    this.includeGlyph(0);
  }

  /** The number of a glyph in the subset, given when it is first asked for. */
  includeGlyph(glyph: number): number {
    const known = this.#numbers.get(glyph);
    if (known !== undefined) return known;
    this.#numbers.set(glyph, this.#glyphs.length);
    return this.#glyphs.push(glyph) - 1;
  }

  /** The subset as a font file; the very same bytes for the same glyphs. */
  encode(): Uint8Array {
    const key = this.#glyphs.join();
    const kept = this.#made.get(key);
    if (kept) return kept;
    const encoded = this.#write();
    if (this.#made.size === subsetsKept) this.#made.clear();
    this.#made.set(key, encoded);
    return encoded;
  }

  #write(): Uint8Array {
    const outlines: Buffer[] = [];
    const starts = [0];
    const metrics: Buffer[] = [];
    // Glyphs that others are made of join the list while it is gone through.
    for (const glyph of this.#glyphs) {
      const { bytes, components, advance, bearing } = this.#pieceOf(glyph);
      const outline = Buffer.from(bytes);
      for (const { glyphID, pos } of components) outline.writeUInt16BE(this.includeGlyph(glyphID), pos);
      outlines.push(outline);
      starts.push((starts.at(-1) ?? 0) + outline.length);
      const metric = Buffer.alloc(4);
      metric.writeUInt16BE(advance, 0);
      metric.writeInt16BE(bearing, 2);
      metrics.push(metric);
    }
    const changed: Readonly<Record<string, Buffer>> = {
      glyf: Buffer.concat(outlines),
      loca: writeStarts(starts, this.#locaVersion),
      hmtx: Buffer.concat(metrics),
    };
    return this.#assemble(changed, outlines.length);
  }

  /** The tables of the blank subset, with those that the glyphs change and with their count. */
  #assemble(changed: Readonly<Record<string, Buffer>>, count: number): Uint8Array {
    const head = Buffer.from(
      this.#blank.subarray(0, directoryStart + entrySize * this.#blank.readUInt16BE(4)),
    );
    const tables: Buffer[] = [];
    let offset = head.length;
    for (let at = directoryStart; at < head.length; at += entrySize) {
      const tag = head.toString('latin1', at, at + 4);
      const [from, length] = [head.readUInt32BE(at + 8), head.readUInt32BE(at + 12)];
      const table = changed[tag] ?? Buffer.from(this.#blank.subarray(from, from + length));
      const countAt = placeOfCount[tag];
      if (countAt !== undefined) table.writeUInt16BE(count, countAt);
      head.writeUInt32BE(offset, at + 8);
      head.writeUInt32BE(table.length, at + 12);
      tables.push(table);
      offset += table.length;
    }
    return Buffer.concat([head, ...tables]);
  }
}

/** Where tables tell how many glyphs there are (OpenType, maxp and hhea). */
const placeOfCount: Readonly<Record<string, number>> = { maxp: 4, hhea: 34 };

/** Where each glyph begins, and the last one ends, as the table `loca` has it: halved in its short form. */
function writeStarts(starts: readonly number[], version: 0 | 1): Buffer {
  const width = version === 0 ? 2 : 4;
  const table = Buffer.alloc(starts.length * width);
  starts.forEach((start, i) => {
    if (version === 0) table.writeUInt16BE(start / 2, i * width);
    else table.writeUInt32BE(start, i * width);
  });
  return table;
}
