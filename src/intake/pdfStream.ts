import { inflateSync } from 'node:zlib';
import { isName } from './pdfActive.ts';
import type { PdfDict, PdfValue } from './pdfObject.ts';
import { skipWhite } from './pdfToken.ts';
import { refuse } from './refuse.ts';

/** An object stream unpacked: its head says number and place of each object. */
export interface ObjectStream {
  readonly bytes: Buffer;
  /** Where the first object stands; the others follow. */
  readonly first: number;
  readonly head: readonly { readonly number: number; readonly at: number }[];
}

/**
 * The objects packed into a stream (ISO 32000-1, 7.5.7), or null when it is another stream: those hold what is drawn, and
 * nothing in them acts. One that is packed in an unusual way cannot be looked into and is refused; `max` bounds its bytes.
 */
export function readObjectStream(
  file: Buffer,
  dict: PdfDict,
  after: number,
  max: number,
): ObjectStream | null {
  const start = streamStart(file, after);
  const isOne = isName(dict.get('Type'), 'ObjStm') || (dict.has('N') && dict.has('First'));
  if (start === null || !isOne) return null;
  const first = dict.get('First');
  if (typeof first !== 'number') return damaged();
  const bytes = unpack(file, dict, start, max);
  const numbers = bytes
    .toString('latin1', 0, first)
    .split(/[\0\s]+/)
    .filter((word) => word !== '')
    .map(Number);
  const head = numbers.flatMap((number, i) =>
    i % 2 === 0 ? [{ number, at: first + (numbers[i + 1] ?? Number.NaN) }] : [],
  );
  return { bytes, first, head: head.filter(({ at }) => at >= 0 && at < bytes.length) };
}

/** Where the data begin, or null when no stream follows the dictionary. */
export function streamStart(file: Buffer, after: number): number | null {
  const at = skipWhite(file, after);
  if (file.toString('latin1', at, at + 6) !== 'stream') return null;
  const end = file[at + 6] === 13 ? at + 7 : at + 6;
  return file[end] === 10 ? end + 1 : end;
}

/** Any way to pack but the two usual ones, and the short names that some readers take for them, are refused. */
function unpack(file: Buffer, dict: PdfDict, start: number, max: number): Buffer {
  const filter = single(dict.get('Filter'));
  const unusual = [single(dict.get('DecodeParms')), single(dict.get('F')), single(dict.get('DP'))];
  if (unusual.some((value) => value !== null)) return damaged();
  if (filter === null) {
    const end = file.indexOf('endstream', start);
    return file.subarray(start, Math.min(end === -1 ? file.length : end, start + max));
  }
  if (!isName(filter, 'FlateDecode')) return damaged();
  try {
    return inflateSync(file.subarray(start), { maxOutputLength: Math.max(1, max) });
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return tooLarge ? refuse('fileTooComplex') : damaged();
  }
}

/** A list of one is that one; a longer one stays a list, which no filter is called. */
function single(value: PdfValue | undefined): PdfValue {
  if (Array.isArray(value) && value.length <= 1) return value[0] ?? null;
  return value ?? null;
}

const damaged = (): never => refuse('fileDamaged', { format: 'PDF' });
