import { countNamed, type Evidence, evidenceStep, type LongPdf, stampStep } from './increments.ts';
import { readPdfFile } from './pdfFile.ts';

/** A document time-stamp: its token with the zeros behind it, and the bytes that it speaks of. */
export interface Stamp {
  readonly place: Buffer;
  readonly stamped: readonly Buffer[];
}

/** What was added to a sealed document since: each time-stamp with the evidence that it covers beside all before it. */
export interface Steps {
  readonly pdf: LongPdf;
  readonly taken: readonly (Stamp & { readonly evidence: Evidence })[];
}

/** One a year; nothing of ours lives longer. */
const maxSteps = 60;
const maxStreams = 200;
const maxHead = 64;
const maxDictionary = 16_384;
/** Bytes of a token with its place, written as hexadecimal. */
const maxPlace = 65_536;

/**
 * Reads what was added to a document behind the end of its seal. Nothing may have been but what we add: each step is made anew of
 * what is read in it, and must be the same bytes. Null where it is anything else.
 */
export function readSteps(bytes: Buffer, sealEnd: number): Steps | null {
  const steps = ownSteps(bytes, sealEnd);
  return steps?.pdf.file.bytes.length === bytes.length ? steps : null;
}

/** The same of a document to whose end others may have added something behind what is ours; null for what is no document of ours. */
export function ownSteps(bytes: Buffer, sealEnd: number): Steps | null {
  const taken: Steps['taken'][number][] = [];
  let pdf: LongPdf | null = null;
  try {
    pdf = { file: readPdfFile(bytes.subarray(0, sealEnd)), dictionary: null, stamps: 0 };
    while (pdf.file.bytes.length < bytes.length) {
      if (taken.length === maxSteps) return null;
      const evidence = evidenceAt(bytes, pdf);
      const kept = evidenceStep(pdf, evidence);
      const covered = kept.after(follow(bytes, pdf, kept.increment.bytes));
      const place = placeAt(bytes, covered.file.bytes.length);
      const { increment, stamped, after } = stampStep(covered, place);
      pdf = after(follow(bytes, covered, increment.bytes));
      taken.push({ evidence, place, stamped });
    }
  } catch {
    // What cannot be taken apart was not added by us.
  }
  return pdf && { pdf, taken };
}

/** The document up to the end of what was added; throws where the bytes are others. */
function follow(bytes: Buffer, { file }: LongPdf, increment: Buffer): Buffer {
  const end = file.bytes.length + increment.length;
  if (!bytes.subarray(file.bytes.length, end).equals(increment)) throw new Error('something else was added');
  return bytes.subarray(0, end);
}

/** The evidence of a step, by the dictionary that follows it. */
function evidenceAt(bytes: Buffer, { file, dictionary }: LongPdf): Evidence {
  let at = file.bytes.length + 1;
  const found: Buffer[] = [];
  for (; found.length <= maxStreams; ) {
    const head = /^\d+ 0 obj\n<<\n\/Length (\d{1,8})\n>>\nstream\n/u.exec(
      bytes.toString('latin1', at, at + maxHead),
    );
    if (!head) break;
    const from = at + head[0].length;
    const to = from + Number(head[1]);
    found.push(bytes.subarray(from, to));
    at = to + '\nendstream\nendobj\n'.length;
  }
  const text = bytes.toString('latin1', at, at + maxDictionary).split('endobj')[0] ?? '';
  const added = (kind: keyof Evidence) => countNamed(text, kind) - (dictionary?.named[kind].length ?? 0);
  const certificates = added('certificates');
  const lists = certificates + added('lists');
  return {
    certificates: found.slice(0, certificates),
    lists: found.slice(certificates, lists),
    answers: found.slice(lists),
  };
}

function placeAt(bytes: Buffer, at: number): Buffer {
  const from = bytes.indexOf('/Contents <', at) + '/Contents <'.length;
  const to = bytes.indexOf('>', from);
  if (to - from > 2 * maxPlace) throw new Error('a place that no token needs');
  return Buffer.from(bytes.toString('latin1', from, to), 'hex');
}
