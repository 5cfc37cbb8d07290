import mongoose, { type Connection, type mongo } from 'mongoose';
import { processName } from './olderProcesses.ts';
import { patience } from './patience.ts';
import { itemSchemas } from './schemas/itemSchemas.ts';
import { otherSchemas } from './schemas/otherSchemas.ts';
import { tellOfEnd } from './tellOfEnd.ts';

const schemas = { ...itemSchemas, ...otherSchemas };
export type CollectionName = keyof typeof schemas;

/** A connection with every collection's model on it; writes are acknowledged by a majority and journalled. */
export async function connect(uri: string, dbName: string): Promise<Connection> {
  const connection = mongoose.createConnection(uri, {
    dbName,
    appName: processName(dbName),
    writeConcern: { w: 'majority', journal: true },
    readConcern: { level: 'majority' },
    ...patience(uri),
    sanitizeFilter: true,
    // Mongoose would hold everything back while there is no primary, what another member could answer as well.
    bufferCommands: false,
  });
  addModels(connection);
  const client: mongo.MongoClient | undefined = connection.getClient();
  // Where the driver cannot take the address apart there is none, and what follows says why.
  if (client) tellOfEnd(client);
  return connection.asPromise();
}

/** Puts the model of each collection on a connection. */
export function addModels(connection: Connection): void {
  for (const [name, schema] of Object.entries(schemas)) connection.model(name, schema, name);
}

/** A stored document as the rest of the program knows it: `id` instead of `_id`. */
export type Stored<T> = Omit<T, 'id'> & { _id: string };

/** `_id` becomes `id`. */
export function withId<T extends { id: string }>(document: Stored<T>): T {
  const { _id, ...rest } = document;
  // While T is open, the compiler does not see that leaving `id` out and putting it in again gives T.
  return { id: _id, ...rest } as unknown as T;
}

/** `id` becomes `_id`. */
export function withKey<T extends { id: string }>({ id, ...rest }: T): Stored<T> {
  return { _id: id, ...rest };
}

/** What the driver itself finds, without the work of a model: for filters of ours alone, which nothing casts. */
export async function findRows<T extends { id: string }>(
  connection: Connection,
  name: CollectionName,
  filter: object,
  options: mongo.FindOptions = {},
): Promise<T[]> {
  const found = await connection.collection<{ _id: string }>(name).find(filter, options).toArray();
  return found.map((row) => withId<T>(row as Stored<T>));
}
