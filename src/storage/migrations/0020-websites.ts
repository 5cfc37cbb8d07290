import type { Connection } from 'mongoose';

/** An organisation may give its site; nobody has yet. Labels of before name none, which needs no mark in the register. */
export async function websites(connection: Connection): Promise<void> {
  await connection
    .collection('organisations')
    .updateMany({ website: { $exists: false } }, { $set: { website: '' } });
}
