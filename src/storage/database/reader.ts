import mongoose, { type Connection, type SortOrder } from 'mongoose';
import { asToday } from './asToday.ts';
import { type CollectionName, type Stored, withId } from './database.ts';
import type { Visible } from './visible.ts';

type Filter = Readonly<Record<string, unknown>>;
type Sort = Readonly<Record<string, SortOrder>>;

/** A filter "is one of" that `sanitizeFilter` lets through. */
export const oneOf = (values: readonly string[]) => mongoose.trusted({ $in: [...values] });
/** A filter "comes after in the order of the key", for the next page of a list. */
export const after = (value: string) => mongoose.trusted({ $gt: value });
/** A filter "comes before". */
export const before = (value: string) => mongoose.trusted({ $lt: value });

/** Lean reads of one database: plain objects with `id`, cast by the schemas, so that a filter is never an operator from outside. */
export type Reader = ReturnType<typeof reader>;

/** A reader that reads what is visible and nothing else. */
export function reader(connection: Connection, visible: Visible = () => []) {
  const within = (name: CollectionName, filter: Filter) => {
    const also = visible(name);
    return also.length === 0 ? filter : { $and: [filter, ...also] };
  };
  return {
    one: async <T extends { id: string }>(name: CollectionName, filter: Filter): Promise<T | null> => {
      const found = await connection.model(name).findOne(within(name, filter)).lean<Stored<T>>();
      return found && asToday(name, withId<T>(found));
    },
    many: async <T extends { id: string }>(
      name: CollectionName,
      filter: Filter,
      sort: Sort = { _id: 1 },
      limit = 0,
    ) => {
      const found = await connection
        .model(name)
        .find(within(name, filter))
        .sort(sort)
        .limit(limit)
        .lean<Stored<T>[]>();
      return found.map((document) => asToday(name, withId<T>(document)));
    },
  };
}
