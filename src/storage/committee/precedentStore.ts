import type { Connection } from 'mongoose';
import type { Precedent, PrecedentQuery, Precedents } from '../../commands/ports/decidingPorts.ts';
import { type Stored, withId } from '../database/database.ts';
import type { Visible } from '../database/visible.ts';

/** Precedents, as a view shows them. */
export function precedentStore(connection: Connection, visible: Visible): Precedents {
  const rows = () => connection.collection<Stored<Precedent>>('precedents');
  const inView = (filter: object) => ({ $and: [filter, ...visible('precedents')] });
  return {
    precedents: async (query, limit, before) => {
      const { criterion, outcome, words = [] } = query;
      const filter = {
        ...(criterion !== undefined && { criteria: criterion }),
        ...(outcome !== undefined && { outcome }),
        ...(words.length > 0 && { words: { $all: [...words] } }),
        ...(before !== undefined && { _id: { $lt: before } }),
      };
      const options = { sort: { _id: -1 }, limit, hint: indexFor(query) } as const;
      const found = await rows().find(inView(filter), options).toArray();
      return found.map((row) => withId<Precedent>(row));
    },
    lastPrecedent: async (applicationId) => {
      const row = await rows().findOne(inView({ applicationId }), { sort: { _id: -1 } });
      return row ? withId<Precedent>(row) : null;
    },
  };
}

/** The index that gives rows in the order of time: named, because the server would rather sort. Words tell most. */
function indexFor({ criterion, outcome, words = [] }: PrecedentQuery): { readonly [field: string]: 1 | -1 } {
  if (words.length > 0) return { words: 1, _id: -1 };
  if (criterion !== undefined)
    return outcome === undefined ? { criteria: 1, _id: -1 } : { criteria: 1, outcome: 1, _id: -1 };
  return outcome === undefined ? { _id: 1 } : { outcome: 1, _id: -1 };
}
