import type { Connection, mongo } from 'mongoose';
import type { Note } from '../../commands/items/newRecord.ts';
import { chain, genesis } from '../../workflow/record.ts';
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
 * Adds a line to a chain that no item holds the end of; its end is kept in `heads`. Two at once meet on that end: the later
 * transaction is tried again and comes after. The end is looked up only where it is not the one that was written here last.
 */
export async function addNote(
  connection: Connection,
  session: mongo.ClientSession,
  { stream, ...note }: Note,
): Promise<void> {
  const heads = connection.collection<Head>('heads');
  const lineAfter = ({ seq, hash }: Pick<Head, 'seq' | 'hash'>) =>
    chain({ ...note, event: null, stream, seq: seq + 1, previous: hash });
  const moved = async (end: Head) => {
    const { seq, hash } = lineAfter(end);
    const { modifiedCount } = await heads.updateOne({ ...end }, { $set: { seq, hash } }, { session });
    return modifiedCount === 1;
  };
  const known = lastEnds.get(connection)?.get(stream);
  let end = known && (await moved(known)) ? known : undefined;
  if (!end) {
    end = (await heads.findOne({ _id: stream }, { session })) ?? { _id: stream, seq: 0, hash: genesis };
    if (end.seq === 0) {
      const { seq, hash } = lineAfter(end);
      await heads.insertOne({ _id: stream, seq, hash }, { session });
    } else await moved(end);
  }
  const line = lineAfter(end);
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
