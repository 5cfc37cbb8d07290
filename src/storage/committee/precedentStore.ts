import type { Connection, mongo } from 'mongoose';
import type { Precedent, PrecedentQuery, Precedents } from '../../commands/ports/decidingPorts.ts';
import { findRows } from '../database/database.ts';
import type { Visible } from '../database/visible.ts';

/** Precedents, as a view shows them. */
export function precedentStore(connection: Connection, visible: Visible): Precedents {
  const newest = (filter: object, options: mongo.FindOptions) => {
    const inView = { $and: [filter, ...visible('precedents')] };
    return findRows<Precedent>(connection, 'precedents', inView, { sort: { _id: -1 }, ...options });
  };
  return {
    precedents: (query, limit, before) => {
      const { criterion, outcome, words = [] } = query;
      const filter = {
        ...(criterion !== undefined && { criteria: criterion }),
        ...(outcome !== undefined && { outcome }),
        ...(words.length > 0 && { words: { $all: [...words] } }),
        ...(before !== undefined && { _id: { $lt: before } }),
      };
      return newest(filter, { limit, hint: indexFor(query) });
    },
    lastPrecedent: async (applicationId) => (await newest({ applicationId }, { limit: 1 }))[0] ?? null,
  };
}

/** The index that gives rows in the order of time: named, because the server would rather sort. Words tell most. */
function indexFor({ criterion, outcome, words = [] }: PrecedentQuery): { readonly [field: string]: 1 | -1 } {
  if (words.length > 0) return { words: 1, _id: -1 };
  if (criterion !== undefined)
    return outcome === undefined ? { criteria: 1, _id: -1 } : { criteria: 1, outcome: 1, _id: -1 };
  return outcome === undefined ? { _id: 1 } : { outcome: 1, _id: -1 };
}
