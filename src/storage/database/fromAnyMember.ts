import type { Connection } from 'mongoose';
import { readingWith } from './readingWith.ts';

/**
 * The same connection, whose reads go to the primary as long as there is one, and to any other member of the replica set while the
 * others elect a new one. It is for what only shows: what was read so may be behind by the moment before, and no command may decide by it.
 */
export function fromAnyMember(connection: Connection): Connection {
  return readingWith(connection, { readPreference: 'primaryPreferred' });
}
