import type { Connection, mongo } from 'mongoose';

type Called = (...given: readonly unknown[]) => unknown;
type ReadOptions = Pick<mongo.FindOptions, 'session' | 'readConcern' | 'readPreference'>;

/** What reads, of the driver and of a model, by the place of its options in a call. */
const optionsAt: Readonly<Record<'collection' | 'model', Readonly<Record<string, number>>>> = {
  collection: {
    find: 1,
    findOne: 1,
    aggregate: 1,
    countDocuments: 1,
    estimatedDocumentCount: 0,
    distinct: 2,
  },
  model: { find: 2, findOne: 2, aggregate: 1, countDocuments: 1, distinct: 2 },
};

/** The same connection, whose reads are given these options; one that is a part of a session already is left as it is. */
export function readingWith(connection: Connection, options: ReadOptions): Connection {
  return replacing(connection, (name, call) => {
    if (name !== 'collection' && name !== 'model') return call;
    return (...given) =>
      replacing(call(...given) as object, (method, read) => {
        const at = optionsAt[name][method];
        return at === undefined ? read : (...of) => read(...withOptions(of, at, options));
      });
  });
}

function withOptions(given: readonly unknown[], at: number, options: ReadOptions): unknown[] {
  const own = given[at] as ReadOptions | undefined;
  if (own?.session) return [...given];
  const all = Array.from({ length: Math.max(given.length, at + 1) }, (_, i) => given[i]);
  all[at] = { ...own, ...options };
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
