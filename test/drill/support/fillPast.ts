import { createHash, randomBytes } from 'node:crypto';
import mongoose, { type Connection } from 'mongoose';
import { ulid } from 'ulid';
import type { DomainEvent } from '../../../src/workflow/domainEvents.ts';
import { chain, genesis, type JournalRecord } from '../../../src/workflow/record.ts';

/** What a chain of the journal says of each label: as many lines as one has that was issued and renewed once. */
const told = [
  'label.issued',
  'label.revised',
  'label.extended',
  'label.suspended',
  'label.reinstated',
  'label.renewed',
] as const;

/** Labels that have a file beside their data, of each hundred, and its size: a certificate of one page. */
const withFile = 60;
const fileBytes = 6000;
const batch = 2000;

/** What was added. */
export interface Past {
  readonly lines: number;
  readonly files: number;
  readonly bytes: number;
}

/**
 * Gives each label of a register a past: a chain of the journal with its end, and most of them a file. Files are made of bytes that
 * nothing compresses, as those of a PDF.
 */
export async function fillPast(connection: Connection): Promise<Past> {
  const on = (name: string) => connection.collection<{ _id: string }>(name);
  const at = new Date().toISOString();
  let [lines, files, n] = [0, 0, 0];
  const write = async (numbers: readonly string[]) => {
    const chains = numbers.map((number) => chainOf(`drill/${number}`, at));
    const stored = numbers.filter(() => n++ % 100 < withFile).map(() => storedFile());
    const options = { ordered: false, writeConcern: { w: 1, journal: false } } as const;
    await Promise.all([
      on('records').insertMany(
        chains.flat().map(({ id, ...line }) => ({ _id: id, ...line })),
        options,
      ),
      on('heads').insertMany(chains.map(endOf), options),
      on('fs.files').insertMany(stored.map(({ file }) => file) as never[], options),
      on('fs.chunks').insertMany(stored.map(({ chunk }) => chunk) as never[], options),
    ]);
    lines += chains.flat().length;
    files += stored.length;
  };
  const numbers: string[] = [];
  for await (const { _id } of on('entries').find({}, { projection: { _id: 1 } })) {
    numbers.push(_id);
    if (numbers.length === batch) await write(numbers.splice(0));
  }
  if (numbers.length > 0) await write(numbers);
  return { lines, files, bytes: files * fileBytes };
}

function chainOf(stream: string, at: string): JournalRecord[] {
  const actor = { id: 'drill', roles: ['system'] } as const;
  const lines: JournalRecord[] = [];
  for (const [i, fact] of told.entries()) {
    const previous = lines.at(-1)?.hash ?? genesis;
    const facts = [fact as DomainEvent];
    const data = {
      number: stream,
      revision: i,
      reason: 'As the file says, with a sentence of ordinary length.',
    };
    lines.push(chain({ id: ulid(), stream, seq: i + 1, at, actor, event: null, facts, data, previous }));
  }
  return lines;
}

function endOf(lines: readonly JournalRecord[]) {
  const { stream = '', seq = 0, hash = '' } = lines.at(-1) ?? {};
  return { _id: stream, seq, hash };
}

/** As GridFS keeps a file that fits into one piece. */
function storedFile() {
  const bytes = randomBytes(fileBytes);
  const filename = createHash('sha256').update(bytes).digest('hex');
  const id = new mongoose.mongo.ObjectId();
  const metadata = { contentType: 'application/pdf' };
  return {
    file: { _id: id, length: fileBytes, chunkSize: 261_120, uploadDate: new Date(), filename, metadata },
    chunk: { files_id: id, n: 0, data: new mongoose.mongo.Binary(bytes) },
  };
}
