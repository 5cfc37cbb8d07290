import type { Connection, mongo } from 'mongoose';
import type { Note } from '../commands/ports.ts';
import { chain, genesis } from '../workflow/record.ts';
import { withKey } from './database.ts';

interface Head {
  readonly _id: string;
  readonly seq: number;
  readonly hash: string;
}

/**
 * Adds a line to a chain that no item holds the end of; its end is kept in `heads`. Two at once meet on that end: the later
 * transaction is tried again and comes after.
 */
export async function addNote(
  connection: Connection,
  session: mongo.ClientSession,
  { stream, ...note }: Note,
): Promise<void> {
  const heads = connection.collection<Head>('heads');
  const end = await heads.findOne({ _id: stream }, { session });
  const { seq, hash } = end ?? { seq: 0, hash: genesis };
  const line = chain({ ...note, event: null, stream, seq: seq + 1, previous: hash });
  await connection.collection<{ _id: string }>('records').insertOne(withKey(line), { session });
  const next = { seq: line.seq, hash: line.hash };
  if (end) await heads.updateOne({ _id: stream }, { $set: next }, { session });
  else await heads.insertOne({ _id: stream, ...next }, { session });
}
