import mongoose, { type Connection, type SortOrder } from 'mongoose';
import { type CollectionName, type Stored, withId } from './database.ts';

type Filter = Readonly<Record<string, unknown>>;
type Sort = Readonly<Record<string, SortOrder>>;

/** A filter "is one of" that `sanitizeFilter` lets through: the only operator a read uses. */
export const oneOf = (values: readonly string[]) => mongoose.trusted({ $in: [...values] });

/** Lean reads of one database: plain objects with `id`, cast by the schemas, so that a filter is never an operator from outside. */
export function reader(connection: Connection) {
  return {
    one: async <T extends { id: string }>(name: CollectionName, filter: Filter): Promise<T | null> => {
      const found = await connection.model(name).findOne(filter).lean<Stored<T>>();
      return found && withId<T>(found);
    },
    many: async <T extends { id: string }>(
      name: CollectionName,
      filter: Filter,
      sort: Sort,
      limit = 0,
    ): Promise<T[]> => {
      const found = await connection.model(name).find(filter).sort(sort).limit(limit).lean<Stored<T>[]>();
      return found.map((document) => withId<T>(document));
    },
  };
}
