import type { Connection } from 'mongoose';
import type { Store } from '../../../src/commands/ports/ports.ts';

const connections = new WeakMap<Store, Connection>();

/** Remembers to which database a store of a test writes. */
export function keepConnection(store: Store, connection: Connection): void {
  connections.set(store, connection);
}

/** The connection of a store that a test service opened. */
export function ownConnection(store: Store): Connection {
  const connection = connections.get(store);
  if (!connection) throw new Error('only the store of a test service can be written to at once');
  return connection;
}
