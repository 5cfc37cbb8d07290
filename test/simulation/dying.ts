import mongoose, { type Connection } from 'mongoose';

/** When a process dies: at which of its writes, and whether that write still got through; or its answer alone is lost. */
export interface Death {
  readonly at: number;
  readonly when: 'before' | 'after' | 'answerLost';
}

/** What a process meets that is killed. */
export class Killed extends Error {}

/** What a process meets whose write was done without its learning so. */
export class AnswerLost extends mongoose.mongo.MongoNetworkError {}

const writes = [
  'insertOne',
  'insertMany',
  'updateOne',
  'updateMany',
  'replaceOne',
  'bulkWrite',
  'findOneAndUpdate',
  'deleteOne',
  'deleteMany',
];

/**
 * The connection of a process that is killed at one of its writes, also between two of one transaction: from then on it writes
 * nothing more, and the database rolls back what was not committed.
 */
export function dying(connection: Connection, { at, when }: Death): Connection {
  let written = 0;
  let dead = false;
  const write = async <T>(work: () => Promise<T>, isCommit = false): Promise<T> => {
    if (dead) throw new Killed();
    written += 1;
    if (written - 1 !== at) return work();
    if (when === 'answerLost' && isCommit) {
      await work();
      throw new AnswerLost('the answer was lost');
    }
    dead = true;
    if (when !== 'before') await work();
    throw new Killed();
  };
  return new Proxy(connection, {
    get: (of, name) => {
      if (name === 'collection') return (called: string) => dyingCollection(of.collection(called), write);
      if (name === 'transaction')
        return (...given: Parameters<Connection['transaction']>) =>
          write(() => of.transaction(...given), true);
      const value: unknown = Reflect.get(of, name, of);
      return typeof value === 'function' ? value.bind(of) : value;
    },
  });
}

type Write = <T>(work: () => Promise<T>) => Promise<T>;

function dyingCollection<C extends object>(collection: C, write: Write): C {
  return new Proxy(collection, {
    get: (of, name) => {
      const value: unknown = Reflect.get(of, name, of);
      if (typeof value !== 'function') return value;
      if (!writes.includes(String(name))) return value.bind(of);
      return (...given: unknown[]) => write(() => value.apply(of, given));
    },
  });
}
