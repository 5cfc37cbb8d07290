import type { Connection } from 'mongoose';
import { contractions } from './migrations/migrations.ts';

/** The last contraction that this program knows: whoever does not know it is older. */
const newest = contractions.at(-1)?.name.slice(0, 4) ?? '0000';

/** By what name a process of this version is known to the server, for as long as it is connected. */
export function processName(dbName: string): string {
  return `made-in-ess/${dbName} ${newest}`;
}

/** A client of the server, as it introduced itself. */
export interface ServerClient {
  readonly appName?: string;
  readonly client?: string;
  readonly clientMetadata?: { readonly driver?: { readonly name?: string } };
}

/** Where older processes of the service on this database come from, as the server sees them; every version up to the first said no name. */
export function olderProcesses(clients: readonly ServerClient[], dbName: string): string[] {
  const older = clients.filter(({ appName = '', clientMetadata }) => {
    const [, of, version = ''] = /^made-in-ess\/(.+) (\d{4})$/.exec(appName) ?? [];
    if (of !== undefined) return of === dbName && version < newest;
    return appName === '' && clientMetadata?.driver?.name === 'nodejs|Mongoose';
  });
  return [
    ...new Set(older.map(({ client = 'an address that is not known' }) => client.replace(/:\d+$/, ''))),
  ];
}

/** Throws where an older process is connected to the server, or where the account may not ask. */
export async function requireNoOlder(connection: Connection): Promise<void> {
  const clients = await connection
    .getClient()
    .db('admin')
    .aggregate<ServerClient>([{ $currentOp: { allUsers: true, idleConnections: true } }])
    .toArray()
    .catch((cause: unknown) => {
      throw new Error(
        'The server does not say who is connected: give the account of the service the role clusterMonitor. Nothing was changed.',
        { cause },
      );
    });
  const older = olderProcesses(clients, connection.name);
  if (older.length > 0)
    throw new Error(
      `An older version of the service is still connected (from ${older.join(', ')}) and needs what would be taken away: ` +
        'stop it first. Nothing was changed.',
    );
}
