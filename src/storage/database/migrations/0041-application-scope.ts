import type { Connection } from 'mongoose';

/** Version 3 of the application's machine says what a file is about: those that were stored before are about the whole of their label. */
export async function applicationScope(connection: Connection): Promise<void> {
  await connection
    .collection('applications')
    .updateMany({ 'context.scope': { $exists: false } }, { $set: { 'context.scope': null } });
}
