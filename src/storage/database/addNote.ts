import type { Connection, mongo } from 'mongoose';
import type { Note } from '../../commands/items/newRecord.ts';
import { chain, genesis, type JournalRecord } from '../../workflow/record.ts';
import { withKey } from './database.ts';

interface Head {
  readonly _id: string;
  readonly seq: number;
  readonly hash: string;
}

/** Ends of the chains that were added to last, as far as this process knows. */
const lastEnds = new WeakMap<Connection, Map<string, Head>>();
const maxEnds = 1000;

/**
 * Adds a line to a chain that no item holds the end of; its end is kept in `heads`. Two at once conflict on that end: the later
 * transaction is retried and comes after. The end is looked up only where it is not the one that was written here last.
 */
export async function addNote(
  connection: Connection,
  session: mongo.ClientSession,
  { stream, ...note }: Note,
): Promise<void> {
  const heads = connection.collection<Head>('heads');
  const append = async (end: Head): Promise<JournalRecord | null> => {
    const line = chain({ ...note, event: null, stream, seq: end.seq + 1, previous: end.hash });
    const { seq, hash } = line;
    if (end.seq === 0) {
      await heads.insertOne({ _id: stream, seq, hash }, { session });
      return line;
    }
    const { modifiedCount } = await heads.updateOne({ ...end }, { $set: { seq, hash } }, { session });
    return modifiedCount === 1 ? line : null;
  };
  const known = lastEnds.get(connection)?.get(stream);
  let line = known ? await append(known) : null;
  if (!line) {
    const end = await heads.findOne({ _id: stream }, { session });
    line = await append(end ?? { _id: stream, seq: 0, hash: genesis });
  }
  if (!line) throw new Error(`the end of ${stream} moved within a transaction`);
  await connection.collection<{ _id: string }>('records').insertOne(withKey(line), { session });
  remember(connection, { _id: stream, seq: line.seq, hash: line.hash });
}

/** A guess for the next line: where the transaction is not kept, the end does not match and is looked up. */
function remember(connection: Connection, end: Head): void {
  const ends = lastEnds.get(connection) ?? new Map<string, Head>();
  lastEnds.set(connection, ends);
  ends.delete(end._id);
  ends.set(end._id, end);
  const [oldest] = ends.keys();
  if (ends.size > maxEnds && oldest !== undefined) ends.delete(oldest);
}
