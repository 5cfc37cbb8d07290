import type { Connection } from 'mongoose';

/** Letters sent are remembered for longer than any job is tried again; those of the test mailbox had no kind and no HTML. */
export async function sentLetters(connection: Connection): Promise<void> {
  await connection.collection('sentLetters').createIndex({ at: 1 }, { expireAfterSeconds: 30 * 24 * 3600 });
  await connection.collection('mails').deleteMany({ kind: { $exists: false } });
}
