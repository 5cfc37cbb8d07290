import { matchAt, type PdfDictionary, type PdfValue, readValue, skipSpace } from './pdfValue.ts';

/** An object of an update: its value, and where it stands in the document. */
export interface UpdatedObject {
  readonly value: PdfValue;
  readonly start: number;
  readonly end: number;
}

/** What a program wrote behind a document (ISO 32000-1, 7.5.6). */
export interface Update {
  readonly objects: ReadonlyMap<number, UpdatedObject>;
  readonly trailer: PdfDictionary;
  readonly tableAt: number;
  readonly end: number;
}

const maxObjects = 1000;

/**
 * Reads an update that begins at a place of a document, as text in Latin-1. Every byte of it belongs to an object that its table names, to the
 * table or to white space: nothing lies in it that one program would read and another one not. Throws for any other.
 */
export function readUpdate(text: string, at: number): Update {
  const tail = matchAt(/[\s\S]*?\bstartxref\s{1,2}(\d{1,10})\s{1,2}%%EOF(?:\r\n|\n|\r)?/uy, text, at);
  const tableAt = Number(tail?.[1] ?? Number.NaN);
  if (!tail || !(tableAt > at)) throw new Error('an update without a table');
  const end = at + tail[0].length;
  const { rows, from } = tableIn(text, tableAt);
  const trailer = readValue(text, from);
  const rest = text.slice(trailer.end, end);
  if (!(trailer.value instanceof Map) || !/^\s*startxref\s{1,2}\d+\s{1,2}%%EOF\s{0,2}$/u.test(rest))
    throw new Error('an update with another end');
  const objects = new Map<number, UpdatedObject>();
  let next = skipSpace(text, at);
  for (const [number, start] of [...rows].sort(([, one], [, other]) => one - other)) {
    if (start !== next) throw new Error('something between objects');
    const { value, end: objectEnd } = objectAt(text, number, start, rows);
    objects.set(number, { value, start, end: objectEnd });
    next = skipSpace(text, objectEnd);
  }
  if (next !== tableAt) throw new Error('something before the table');
  return { objects, trailer: trailer.value, tableAt, end };
}

/** The places of objects by their numbers, and where the trailer begins. */
function tableIn(text: string, at: number) {
  const rows = new Map<number, number>();
  let from = at + (matchAt(/xref\s{1,2}/uy, text, at)?.[0].length ?? Number.NaN);
  for (;;) {
    const head = matchAt(/(\d{1,7}) (\d{1,7})\s{1,2}/uy, text, from);
    if (!head) break;
    from += head[0].length;
    for (let i = 0; i < Number(head[2]); i += 1) {
      const number = Number(head[1]) + i;
      const row = matchAt(/(\d{10}) (\d{5}) ([fn])(?: \n| \r|\r\n)/uy, text, from);
      if (!row || rows.size === maxObjects) throw new Error('a table of another form');
      from += row[0].length;
      if (row[3] === 'f' && number === 0) continue;
      if (row[3] === 'f' || row[2] !== '00000' || number === 0 || rows.has(number))
        throw new Error('a table that takes objects away');
      rows.set(number, Number(row[1]));
    }
  }
  const trailer = matchAt(/trailer\s{0,2}/uy, text, from);
  if (!trailer) throw new Error('a table without trailer');
  return { rows, from: from + trailer[0].length };
}

function objectAt(text: string, number: number, start: number, rows: ReadonlyMap<number, number>) {
  const head = matchAt(/(\d{1,10}) 0 obj(?!\w)/uy, text, start);
  if (Number(head?.[1]) !== number) throw new Error('another object');
  const { value, end } = readValue(text, start + (head?.[0].length ?? 0));
  let from = skipSpace(text, end);
  const stream = matchAt(/stream(?:\r\n|\n)/uy, text, from);
  if (stream) {
    if (!(value instanceof Map)) throw new Error('a stream of another form');
    from = skipSpace(text, from + stream[0].length + lengthOf(text, value, rows));
    const closing = matchAt(/endstream(?!\w)/uy, text, from);
    if (!closing) throw new Error('a stream with another length');
    from = skipSpace(text, from + closing[0].length);
  }
  if (!matchAt(/endobj(?!\w)/uy, text, from)) throw new Error('an object without end');
  return { value, end: from + 'endobj'.length };
}

/** The length of a stream, which may stand in an object of the same update. */
function lengthOf(text: string, stream: PdfDictionary, rows: ReadonlyMap<number, number>): number {
  const said = String(stream.get('Length'));
  const at = said.endsWith(' R') ? rows.get(Number(said.slice(0, -2))) : undefined;
  const length = at === undefined ? said : String(matchAt(/\d+ 0 obj\s{1,2}(\d{1,9})\s/uy, text, at)?.[1]);
  if (!/^\d{1,9}$/u.test(length)) throw new Error('a stream without length');
  return Number(length);
}
