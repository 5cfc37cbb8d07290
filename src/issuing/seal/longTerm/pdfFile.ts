/** A PDF of ours as far as it must be known to add to its end: nothing before that is ever touched (ISO 32000-1, 7.5.6). */
export interface PdfFile {
  readonly bytes: Buffer;
  /** Where the newest form of each object begins, by its number. */
  readonly offsets: ReadonlyMap<number, number>;
  /** Where the newest table of objects begins. */
  readonly tableAt: number;
  /** Number of the catalogue. */
  readonly root: number;
  /** What every trailer repeats of the first one, as it is written there. */
  readonly repeated: string;
}

/** An object that is added, or takes the place of the one with its number. */
export interface PdfObject {
  readonly number: number;
  readonly body: Buffer;
}

const maxObjects = 100_000;
/** Characters in which a trailer must have ended. */
const maxText = 1000;

/** Takes apart a document as it is written at first, with one table of objects; throws for any other. */
export function readPdfFile(bytes: Buffer): PdfFile {
  const end = /startxref\n(\d{1,10})\n%%EOF$/u.exec(bytes.toString('latin1', bytes.length - maxText));
  const tableAt = Number(end?.[1] ?? Number.NaN);
  const head = /^xref\n0 (\d{1,6})\n/u.exec(bytes.toString('latin1', tableAt, tableAt + maxText));
  const count = Number(head?.[1] ?? Number.NaN);
  if (!head || count > maxObjects) throw new Error('not a document with a table of objects');
  const rows = tableAt + head[0].length;
  const offsets = new Map<number, number>();
  for (let number = 1; number < count; number += 1) {
    const row = bytes.toString('latin1', rows + number * rowLength, rows + (number + 1) * rowLength);
    if (/^\d{10} 00000 n \n$/u.test(row)) offsets.set(number, Number(row.slice(0, 10)));
  }
  const trailer = bytes.toString('latin1', rows + count * rowLength, rows + count * rowLength + maxText);
  const parts = /^trailer\n<<\n\/Size \d+\n(\/Root (\d+) 0 R\n[^>]*\/ID \[[^\]]*\]\n)>>\nstartxref\n/u.exec(
    trailer,
  );
  if (!parts?.[1] || parts[1].includes('/Prev')) throw new Error('not a document with one trailer');
  return { bytes, offsets, tableAt, root: Number(parts[2]), repeated: parts[1] };
}

const rowLength = 20;

/** What stands in an object of a few lines. */
export function textOf({ bytes, offsets }: PdfFile, number: number): string {
  const at = offsets.get(number);
  const head = `${number} 0 obj\n`;
  if (at === undefined || bytes.toString('latin1', at, at + head.length) !== head)
    throw new Error('no object');
  const end = bytes.indexOf('\nendobj\n', at);
  if (end < 0) throw new Error('an object without end');
  return bytes.toString('latin1', at + head.length, end);
}

/** The number of the first object after those that are there. */
export function freeNumber({ offsets }: PdfFile): number {
  return Math.max(...offsets.keys()) + 1;
}

/** What must be written behind a document for objects to be in it; `at` says of each where it then begins. */
export interface Increment {
  readonly bytes: Buffer;
  readonly at: ReadonlyMap<number, number>;
  readonly tableAt: number;
}

/** Objects with a table of their own, for the end of a document. */
export function incrementOf(file: PdfFile, objects: readonly PdfObject[]): Increment {
  const pieces: Buffer[] = [];
  const at = new Map<number, number>();
  let position = file.bytes.length;
  const write = (piece: Buffer) => {
    pieces.push(piece);
    position += piece.length;
  };
  // A sealed document ends with the last sign of its last line.
  write(Buffer.from('\n'));
  for (const { number, body } of objects) {
    at.set(number, position);
    write(Buffer.concat([Buffer.from(`${number} 0 obj\n`), body, Buffer.from('\nendobj\n')]));
  }
  const tableAt = position;
  const size = Math.max(...file.offsets.keys(), ...at.keys()) + 1;
  const rest = `trailer\n<<\n/Size ${size}\n${file.repeated}/Prev ${file.tableAt}\n>>\nstartxref\n${tableAt}\n%%EOF`;
  write(Buffer.from(tableOf(at) + rest));
  return { bytes: Buffer.concat(pieces), at, tableAt };
}

/** The document with the increment, of which the bytes are given. */
export function grown(file: PdfFile, { at, tableAt }: Omit<Increment, 'bytes'>, bytes: Buffer): PdfFile {
  return { ...file, bytes, tableAt, offsets: new Map([...file.offsets, ...at]) };
}

/** A table of those objects alone; numbers that follow each other stand together. */
function tableOf(at: ReadonlyMap<number, number>): string {
  const numbers = [...at.keys()].sort((a, b) => a - b);
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && run.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  const row = (number: number) => `${String(at.get(number)).padStart(10, '0')} 00000 n \n`;
  return `xref\n${runs.map((run) => `${run[0]} ${run.length}\n${run.map(row).join('')}`).join('')}`;
}
