import mongoose, { type Connection } from 'mongoose';
import { processName } from './olderProcesses.ts';
import { patience } from './patience.ts';

/** A connection that knows no shape of ours and makes nothing by itself: for what copies a database as it is. */
export function connectPlain(uri: string, dbName: string): Promise<Connection> {
  const writeConcern = { w: 'majority', journal: true } as const;
  const options = { dbName, appName: processName(dbName), autoIndex: false, autoCreate: false, writeConcern };
  return mongoose.createConnection(uri, { ...options, ...patience(uri) }).asPromise();
}
