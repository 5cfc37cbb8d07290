import { embedded } from './embedded.ts';
import { mongod, type OpenDatabase } from './mongod.ts';
import type { Progress } from './obtain/source.ts';
import { type Places, sources } from './obtain/sources.ts';
import { serverFolder } from './run/folder.ts';

/** Where the database is, or where its embedded server keeps its data and is looked for. */
export interface OpenDatabaseOptions extends Places {
  /** A maintained replica set, which is looked at by who connects (connectToGiven.ts); when given, nothing is started. */
  readonly uri?: string | undefined;
  readonly dataDir: string;
  readonly progress: Progress;
}

/**
 * Gives a database that answers and can do transactions: the one at `uri`, or an embedded server whose data
 * lie in `<dataDir>/mongo`. The connection string carries no database name of its own making: choose one with
 * `dbName` when connecting. Throws one error that says what to do when there is none.
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<OpenDatabase> {
  const { uri, progress } = options;
  if (uri !== undefined) {
    progress('MONGODB_URI: in use');
    return { uri, stop: () => Promise.resolve() };
  }
  const folder = await serverFolder(options.dataDir);
  const find = (dataSeries?: string) => embedded(sources(options, dataSeries), progress);
  return mongod({ folder, find, progress });
}
