import type { Connection, mongo } from 'mongoose';

/** A command about one collection, as the driver sent it. */
export interface Sent {
  readonly name: string;
  readonly collection: string;
  readonly command: mongo.BSON.Document;
}

/** Those that read or write documents by a filter of ours; a cursor goes on where it began. */
const names = ['find', 'aggregate', 'count', 'distinct', 'insert', 'update', 'delete', 'findAndModify'];

/** Notes what a connection sends from now on; it was opened with `monitorCommands=true`. `take` gives what came since, and forgets it. */
export function sentCommands(connection: Connection): { take(): Sent[] } {
  const sent: Sent[] = [];
  connection.getClient().on('commandStarted', ({ commandName: name, command }) => {
    if (names.includes(name)) sent.push({ name, collection: String(command[name]), command });
  });
  return { take: () => sent.splice(0) };
}
