import type { Connection, mongo } from 'mongoose';

type Session = mongo.ClientSession;
type Called = (...given: readonly unknown[]) => unknown;

/** What reads, of the driver and of a model, by the place of its options in a call. */
const optionsAt: Readonly<Record<'collection' | 'model', Readonly<Record<string, number>>>> = {
  collection: { find: 1, findOne: 1, aggregate: 1, countDocuments: 1, distinct: 2 },
  model: { find: 2, findOne: 2, aggregate: 1, countDocuments: 1, distinct: 2 },
};

/**
 * Lets a connection read everything as it was at one instant, however long the reading takes: a session of the server with a
 * snapshot, which needs no transaction and so does not end after a minute. The server keeps what was there for five minutes
 * (`minSnapshotHistoryWindowInSeconds`); a longer reading fails, and gives nothing that was not true together. It never writes.
 */
export async function atOneInstant<T>(
  connection: Connection,
  read: (connection: Connection) => Promise<T>,
): Promise<T> {
  const session = await connection.startSession({ snapshot: true });
  try {
    // The first answer fixes the instant: of two reads at once, each would fix one of its own.
    const any = connection.collection<{ _id: string }>('heads');
    await any.findOne({ _id: '' }, { session, readConcern: 'snapshot' });
    return await read(readingWith(connection, session));
  } finally {
    await session.endSession();
  }
}

/** The same connection, whose reads take part in a session. */
function readingWith(connection: Connection, session: Session): Connection {
  return replacing(connection, (name, call) => {
    if (name !== 'collection' && name !== 'model') return call;
    return (...given) =>
      replacing(call(...given) as object, (method, read) => {
        const at = optionsAt[name][method];
        return at === undefined ? read : (...of) => read(...withOptions(of, at, session));
      });
  });
}

function withOptions(given: readonly unknown[], at: number, session: Session): unknown[] {
  const all = Array.from({ length: Math.max(given.length, at + 1) }, (_, i) => given[i]);
  // Named, because that of the connection would win over that of the session.
  all[at] = { ...(given[at] as object | undefined), session, readConcern: 'snapshot' };
  return all;
}

/** An object some of whose methods are others. */
function replacing<T extends object>(of: T, other: (name: string, call: Called) => Called): T {
  return new Proxy(of, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function' || typeof name !== 'string') return value;
      return other(name, (...given) => value.apply(target, given));
    },
  });
}
