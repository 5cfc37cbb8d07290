import type { Connection } from 'mongoose';
import { migrationState } from './migrate.ts';
import { missingIndexes } from './migrations/expectedIndexes.ts';

/** What a database server and the database of the service say of themselves to whoever looks for a fault. */
export interface ServerReport {
  readonly version: string;
  /** Whether it has transactions: a member of a replica set, or a router of a sharded cluster. */
  readonly isSet: boolean;
  /** By how much (ms) its clock is ahead of that of this machine, and how exactly that is known. */
  readonly aheadMs: number;
  readonly withinMs: number;
  readonly migrations: Awaited<ReturnType<typeof migrationState>>;
  readonly missingIndexes: readonly string[];
}

/** Asks a server, and changes nothing. */
export async function askServer(connection: Connection): Promise<ServerReport> {
  const admin = connection.getClient().db('admin');
  const { version } = await admin.command({ buildInfo: 1 });
  const asked = Date.now();
  const hello = await admin.command({ hello: 1 });
  const answered = Date.now();
  const migrations = await migrationState(connection);
  return {
    version: String(version),
    isSet: typeof hello.setName === 'string' || hello.msg === 'isdbgrid',
    aheadMs: (hello.localTime as Date).getTime() - (asked + answered) / 2,
    withinMs: (answered - asked) / 2,
    migrations,
    // A database that was never started on has none yet, and gets them all at once.
    missingIndexes: migrations.toExpand.length > 0 ? [] : [...(await missingIndexes(connection)).keys()],
  };
}
