import {
  freeNumber,
  grown,
  type Increment,
  incrementOf,
  type PdfFile,
  type PdfObject,
  textOf,
} from './pdfFile.ts';

/** Certificates, the lists by which their authorities say which of them they revoked (RFC 5280), and their answers about one (RFC 6960), each as DER. */
export interface Evidence {
  readonly certificates: readonly Buffer[];
  readonly lists: readonly Buffer[];
  readonly answers: readonly Buffer[];
}

/** The keys under which a dictionary names evidence (ISO 32000-2, 12.8.4.3). */
const keys = { certificates: 'Certs', lists: 'CRLs', answers: 'OCSPs' } as const satisfies Record<
  keyof Evidence,
  string
>;
const evidenceKinds = ['certificates', 'lists', 'answers'] as const;

/** A sealed document and what was added to it since. */
export interface LongPdf {
  readonly file: PdfFile;
  /** The dictionary of evidence, and the numbers of what it names in their order; null before there is any. */
  readonly dictionary: { readonly number: number; readonly named: Named } | null;
  /** How many document time-stamps there are. */
  readonly stamps: number;
}
type Named = Readonly<Record<keyof Evidence, readonly number[]>>;

/** One step of a document's long life: the bytes to write behind it, and how it is known then. */
interface Step {
  readonly increment: Increment;
  after(bytes: Buffer): LongPdf;
}

/** Adds evidence: as it came, so that the same evidence gives the same bytes wherever they are made. */
export function evidenceStep({ file, dictionary, stamps }: LongPdf, evidence: Evidence): Step {
  let next = freeNumber(file);
  const streams: PdfObject[] = [];
  const add = (ders: readonly Buffer[], before: readonly number[] = []) => {
    const added = ders.map((der) => ({ number: next++, body: streamOf(der) }));
    streams.push(...added);
    return [...before, ...added.map(({ number }) => number)];
  };
  const named = {
    certificates: add(evidence.certificates, dictionary?.named.certificates),
    lists: add(evidence.lists, dictionary?.named.lists),
    answers: add(evidence.answers, dictionary?.named.answers),
  };
  const number = dictionary?.number ?? next;
  const objects = [...streams, { number, body: dictionaryOf(named) }];
  if (!dictionary) objects.push(changed(file, file.root, /\n>>$/u, `\n/DSS ${number} 0 R\n>>`));
  const increment = incrementOf(file, objects);
  return {
    increment,
    after: (bytes) => ({ file: grown(file, increment, bytes), dictionary: { number, named }, stamps }),
  };
}

function streamOf(der: Buffer): Buffer {
  const head = `<<\n/Length ${der.length}\n>>\nstream\n`;
  return Buffer.concat([Buffer.from(head), der, Buffer.from('\nendstream')]);
}

function dictionaryOf(named: Named): Buffer {
  const lines = evidenceKinds
    .filter((kind) => named[kind].length > 0)
    .map((kind) => `/${keys[kind]} [${named[kind].map(reference).join(' ')}]\n`);
  return Buffer.from(`<<\n/Type /DSS\n${lines.join('')}>>`);
}

/** How many objects of a kind a dictionary names. */
export function countNamed(dictionary: string, kind: keyof Evidence): number {
  const list = new RegExp(`/${keys[kind]} \\[([^\\]]*)\\]`, 'u').exec(dictionary)?.[1] ?? '';
  return list.split('R').length - 1;
}

const reference = (number: number) => `${number} 0 R`;
const rangeWidth = 60;

/** A step that adds a time-stamp, and the bytes of the document that it speaks of, piece by piece. */
interface StampStep extends Step {
  readonly stamped: readonly Buffer[];
}

/**
 * Adds a document time-stamp (ISO 32000-2, 12.8.5): a field without size on the page of the seal, whose place is filled with the
 * bytes of the token and zeros behind it. Only their number decides what the token speaks of.
 */
export function stampStep({ file, dictionary, stamps }: LongPdf, place: Buffer): StampStep {
  const stamp = freeNumber(file);
  const field = stamp + 1;
  const form = numberIn(textOf(file, file.root), /\/AcroForm (\d+) 0 R/u);
  const seal = numberIn(textOf(file, form), /\/Fields \[(\d+) 0 R/u);
  const page = numberIn(textOf(file, seal), /\/P (\d+) 0 R/u);
  const name = `Time-stamp ${stamps + 1}`;
  const before = '<<\n/Type /DocTimeStamp\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.RFC3161\n/Contents ';
  const hex = `<${place.toString('hex')}>`;
  const start = file.bytes.length + `\n${stamp} 0 obj\n`.length + before.length;
  const objects = (range: string): PdfObject[] => [
    { number: stamp, body: Buffer.from(`${before}${hex}\n/ByteRange ${range.padEnd(rangeWidth)}\n>>`) },
    {
      number: field,
      body: Buffer.from(
        `<<\n/Type /Annot\n/Subtype /Widget\n/FT /Sig\n/T (${name})\n/TU (${name})\n/F 132\n/Rect [0 0 0 0]\n/P ${page} 0 R\n/V ${stamp} 0 R\n>>`,
      ),
    },
    changed(file, form, /(\/Fields \[[^\]]*)\]/u, `$1 ${reference(field)}]`),
    changed(file, page, /(\/Annots \[[^\]]*)\]/u, `$1 ${reference(field)}]`),
  ];
  const end = start + hex.length;
  const length = file.bytes.length + incrementOf(file, objects('')).bytes.length;
  const increment = incrementOf(file, objects(`[0 ${start} ${end} ${length - end}]`));
  const split = start - file.bytes.length;
  return {
    increment,
    stamped: [file.bytes, increment.bytes.subarray(0, split), increment.bytes.subarray(split + hex.length)],
    after: (bytes) => ({ file: grown(file, increment, bytes), dictionary, stamps: stamps + 1 }),
  };
}

/** An object with a change at one place, which must be there. */
function changed(file: PdfFile, number: number, place: RegExp, to: string): PdfObject {
  const text = textOf(file, number);
  if (!place.test(text)) throw new Error('an object of another form');
  return { number, body: Buffer.from(text.replace(place, to), 'latin1') };
}

function numberIn(text: string, pattern: RegExp): number {
  const found = pattern.exec(text)?.[1];
  if (!found) throw new Error('a document without the field of its seal');
  return Number(found);
}
