import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';

/** An object of a file as the library writes it; the published types know an older one. */
interface Reference extends PDFKit.PDFKitReference {
  readonly data: PDFKit.PDFKitReference['data'] & { Length?: number; Filter?: string };
  buffer: Uint8Array[];
}

/** Bytes that documents share (the colour profile, typefaces with the same letters) as they were packed the first time. */
const packed = new WeakMap<Uint8Array, Buffer>();

/**
 * The library's document, written into memory: the same bytes as it streams, without the price of a stream for each line and
 * of a loop over each character, and without packing shared bytes anew for each document.
 */
export class QuickDocument extends PDFDocument {
  // Without initial values: the library writes the first lines before a field here would be set.
  declare private pieces: Buffer[] | undefined;
  declare private lines: string | undefined;
  declare private _offset: number;

  override ref(data: object): PDFKit.PDFKitReference {
    return Object.assign(super.ref(data), { write, end });
  }

  /** Called by the library for each line and each stream of the file. */
  protected _write(data: string | Uint8Array): void {
    if (typeof data === 'string') {
      this.lines = `${this.lines ?? ''}${data}\n`;
      this._offset += data.length + 1;
      return;
    }
    this.keepLines();
    this.pieces?.push(Buffer.from(data.buffer, data.byteOffset, data.byteLength));
    this._offset += data.length;
  }

  /** Called by the library at the end. Nobody reads the stream, and a stream told of its end waits in a queue to tell. */
  override push(): boolean {
    return false;
  }

  /** The whole file, once the document is ended. */
  bytes(): Buffer {
    this.keepLines();
    return Buffer.concat(this.pieces ?? []);
  }

  private keepLines(): void {
    this.pieces ??= [];
    this.pieces.push(Buffer.from(this.lines ?? '', 'latin1'));
    this.lines = '';
  }
}

/** Adds a line, or bytes, to the stream of an object. */
function write(this: Reference, chunk: string | Uint8Array): void {
  this.buffer.push(typeof chunk === 'string' ? Buffer.from(`${chunk}\n`, 'latin1') : chunk);
  this.data.Length ??= 0;
  if (this.compress) this.data.Filter = 'FlateDecode';
}

/** Ends an object; a stream is packed unless the very same bytes were before. */
function end(this: Reference, chunk?: string | Uint8Array): void {
  if (chunk) this.write(chunk);
  if (this.compress && this.buffer.length > 0) {
    this.buffer = [pack(this.buffer)];
    this.compress = false;
  }
  this.finalize();
}

function pack(chunks: readonly Uint8Array[]): Buffer {
  const [only] = chunks;
  if (!only || chunks.length > 1) return deflateSync(Buffer.concat(chunks));
  const known = packed.get(only) ?? deflateSync(only);
  packed.set(only, known);
  return known;
}
