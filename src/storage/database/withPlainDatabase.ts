import type { Connection } from 'mongoose';
import { connectPlain } from './connectPlain.ts';
import { type OpenDatabaseOptions, openDatabase } from './openDatabase.ts';

/** Works with a database as it is, not brought to the shape of this program, and leaves it in any case. */
export async function withPlainDatabase<T>(
  options: OpenDatabaseOptions & { readonly databaseName: string },
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(options);
  try {
    const connection = await connectPlain(database.uri, options.databaseName);
    try {
      return await work(connection);
    } finally {
      await connection.close();
    }
  } finally {
    await database.stop();
  }
}
