import { activeName, attaches, isDict, isName, isPlainDestination, valuesOf } from './pdfActive.ts';
import { attachedBy, requireCredential } from './pdfAttachment.ts';
import { type Budget, BudgetSpent, type PdfObject, type PdfValue, readPdfObject } from './pdfObject.ts';
import { type ObjectStream, readObjectStream, streamStart } from './pdfStream.ts';
import { endsWord } from './pdfToken.ts';
import { refuse } from './refuse.ts';

/** Most that the object streams of a file may unpack to together (bytes): a hundred times what a long report has. */
const maxUnpacked = 64 * 1024 * 1024;
/** Most credentials that one file may carry: a certificate carries one, once more with each change that is added to its end. */
const maxCarried = 20;
/** Readers look for the end of a PDF this near to the end of the file (ISO 32000-1, annex H). */
const nearEnd = 1024;
/** The end of a ZIP stands this near to the end of its file: its record and the longest comment. */
const zipEnd = 22 + 0xffff;

/**
 * Refuses a PDF that does more than show pages. The cross-reference table is not asked: it may lie, and readers that
 * mistrust it search the file. So each place where any reader could find an object is read: after every `obj` and `trailer`,
 * also inside of streams and strings, and in every object stream. No library does that within bounds: pdf-lib is no longer
 * kept up, its successor and pdf.js unpack without limit and follow the table, MuPDF's licence is not ours.
 */
export function checkPdf(bytes: Buffer): void {
  checkFrame(bytes);
  try {
    checkObjects(bytes);
  } catch (error) {
    if (error instanceof BudgetSpent) refuse('fileTooComplex');
    throw error;
  }
}

/** A PDF from the first byte to the last: nothing before it, no archive behind it, no page of a browser in its head. */
function checkFrame(bytes: Buffer): void {
  const head = bytes.toString('latin1', 0, nearEnd);
  const ending = bytes.lastIndexOf('%%EOF');
  if (/<(?:html|script|body|iframe|svg|!doctype)\b/i.test(head)) mixed('HTML');
  if (bytes.subarray(-zipEnd).includes('PK\x05\x06')) mixed('ZIP');
  const whole = ending !== -1 && ending >= bytes.length - nearEnd && bytes.includes('startxref');
  if (!/^%PDF-[12]\.\d/.test(head) || !whole) refuse('fileDamaged', { format: 'PDF' });
}

function mixed(other: string): never {
  return refuse('fileTwoFormats', { format: 'PDF', other });
}

function checkObjects(bytes: Buffer): void {
  const budget: Budget = { left: 2 * (bytes.length + maxUnpacked) };
  const openings = new Set<number>();
  const acting = new Set<number>();
  const attached = new Set<number>();
  const packedNumbers = new Set<number | undefined>();
  /** An action of which the number is unclear, such as behind a comment: it may be any that an opening means. */
  let actsUnnumbered = false;
  let attaching = false;
  let catalog = false;
  let max = maxUnpacked;
  const look = (source: Buffer, at: number, object: PdfObject, number: number | undefined): void => {
    const { value, names, end } = object;
    const found = activeName(names);
    if (found) refuse('pdfActive', { found });
    if (names.has('Encrypt')) refuse('fileEncrypted');
    if (!isPlainDestination(value)) {
      if (number !== undefined) acting.add(number);
      else actsUnnumbered ||= isDict(value) && value.has('S');
    }
    if (names.has('OpenAction')) for (const number of openingsIn(value)) openings.add(number);
    attaching ||= attaches(names);
    if (names.has('EF')) for (const number of attachedBy(source, at, end)) attached.add(number);
    catalog ||= isDict(value) && isName(value.get('Type'), 'Catalog');
  };
  for (const { at, number } of objectStarts(bytes)) {
    const object = readPdfObject(bytes, at, budget);
    look(bytes, at, object, number);
    const packed = isDict(object.value) && readObjectStream(bytes, object.value, object.end, max);
    if (!packed) continue;
    max -= packed.bytes.length;
    for (const one of packedObjects(packed, budget)) {
      look(packed.bytes, one.at, one.object, one.number);
      packedNumbers.add(one.number);
    }
  }
  if (!catalog) refuse('fileDamaged', { format: 'PDF' });
  const opens = [...openings].some((number) => actsUnnumbered || acting.has(number));
  if (opens) refuse('pdfActive', { found: 'opening' });
  // What lies in an object stream is no stream, and may lead on to one.
  const isAllowed = [...attached].every((number) => !packedNumbers.has(number));
  if (attaching && !(isAllowed && areCredentials(bytes, attached, budget))) {
    refuse('pdfActive', { found: 'attachment' });
  }
}

/** Whether each attached object is there, and a credential wherever it is; a stream of which the number is unclear might be one. */
function areCredentials(bytes: Buffer, attached: ReadonlySet<number>, budget: Budget): boolean {
  const seen = new Set<number>();
  let left = maxCarried;
  for (const { at, number } of objectStarts(bytes)) {
    if (number !== undefined && !attached.has(number)) continue;
    const object = readPdfObject(bytes, at, budget);
    if (number === undefined && streamStart(bytes, object.end) === null) continue;
    if (number === undefined) return false;
    // Each is unpacked: a few megabytes would come to gigabytes.
    if (left === 0) refuse('fileTooComplex');
    left -= 1;
    requireCredential(bytes, object);
    seen.add(number);
  }
  return attached.size > 0 && seen.size === attached.size;
}

/** The objects that are carried out when the file is opened, by number; one that stands in place is judged at once. */
function openingsIn(value: PdfValue): number[] {
  const all = valuesOf('OpenAction', value).filter((opening) => opening !== null);
  return all.flatMap((opening) => {
    if (typeof opening === 'object' && 'ref' in opening) return [opening.ref];
    return isPlainDestination(opening) ? [] : refuse('pdfActive', { found: 'opening' });
  });
}

/** Where objects begin: behind `obj`, which carries their number before it, and behind `trailer`. */
function* objectStarts(bytes: Buffer): Generator<{ at: number; number: number | undefined }> {
  for (let at = bytes.indexOf('obj'); at !== -1; at = bytes.indexOf('obj', at + 3)) {
    const before = bytes.toString('latin1', Math.max(0, at - 40), at);
    const number = /(\d+)[\0\s]+\d+[\0\s]*$/.exec(before)?.[1];
    const begins = endsWord(bytes[at - 1]) || /\d$/.test(before);
    if (begins) yield { at: at + 3, number: number === undefined ? undefined : Number(number) };
  }
  for (let at = bytes.indexOf('trailer'); at !== -1; at = bytes.indexOf('trailer', at + 7)) {
    yield { at: at + 7, number: undefined };
  }
}

/** Some readers go by the places in the head, others read one object after the other: both ways. */
function* packedObjects(
  { bytes, first, head }: ObjectStream,
  budget: Budget,
): Generator<{ at: number; object: PdfObject; number: number | undefined }> {
  const seen = new Set<number>();
  let i = 0;
  for (let at = first; at < bytes.length; i += 1) {
    const object = readPdfObject(bytes, at, budget);
    yield { at, object, number: head[i]?.number };
    seen.add(at);
    at = object.end;
  }
  for (const { number, at } of head) {
    if (!seen.has(at)) yield { at, object: readPdfObject(bytes, at, budget), number };
  }
}
