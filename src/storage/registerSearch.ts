import type { Connection } from 'mongoose';
import type { CountedRow, KnownTerm, RegisterSearch, Standpoint } from '../commands/searchPorts.ts';
import type { SearchRow } from '../register/searchRow.ts';
import { type Stored, withId } from './database.ts';
import { entryOf, type KeyedEntry } from './entryRow.ts';
import { anyPart, type Part, partsOf } from './searchFilters.ts';

/** What is stored of a search row. */
export type StoredSearchRow = Omit<SearchRow, 'number'> & { readonly _id: string };
/** A term, a word that it stands for, how many rows have it, and what it is without one of its letters. */
export interface StoredTerm {
  readonly _id: string;
  readonly written: string;
  readonly rows: number;
  readonly near: readonly string[];
}

const byWords = { words: 1, holds: -1, _id: -1 } as const;
const byOrder = { holds: -1, _id: -1 } as const;

/** The search of the register over MongoDB: every question goes by an index. */
export function registerSearch(connection: Connection): RegisterSearch {
  const rows = () => connection.collection<StoredSearchRow>('searchRows');
  const terms = async (filter: object, limit: number): Promise<KnownTerm[]> => {
    const found = await connection
      .collection<StoredTerm>('searchTerms')
      .find({ ...filter, rows: { $gt: 0 } }, { projection: { written: 1, rows: 1 } })
      .hint('near' in filter ? { near: 1 } : { _id: 1 })
      .limit(limit)
      .toArray();
    return found.map(({ _id, written, rows: of }) => ({ term: _id, written, rows: of }));
  };
  const indexFor = (filter: object) => ('words' in filter ? byWords : byOrder);
  const partOf = async (
    { filter, rank, holds }: Part,
    back: boolean,
    limit: number,
  ): Promise<Standpoint[]> => {
    const found = await rows()
      .find(filter, { projection: { _id: 1 } })
      .sort({ _id: back ? 1 : -1 })
      .hint(indexFor(filter))
      .limit(limit)
      .toArray();
    return found.map(({ _id }) => ({ rank, holds, number: _id }));
  };
  return {
    knownTerms: (wanted) => terms({ _id: { $in: [...wanted] } }, wanted.length),
    termsBeginning: (beginning, limit) =>
      terms({ _id: { $gte: beginning, $lt: `${beginning}\uffff` } }, limit),
    termsNear: (shortened, limit) => terms({ near: { $in: [...shortened] } }, limit),
    searchStretch: async (question, { from, back, limit }) => {
      const found: Standpoint[] = [];
      for (const part of partsOf(question, { from, back })) {
        found.push(...(await partOf(part, back, limit - found.length)));
        if (found.length === limit) break;
      }
      return back ? found.reverse() : found;
    },
    searchRows: async (question, most) => {
      const { entered, rest, rows: entries } = anyPart(question);
      const found = await rows()
        .aggregate<Pick<StoredSearchRow, 'facets' | 'validUntil'>>(
          [
            { $match: entered },
            { $limit: most },
            { $match: rest },
            { $project: { _id: 0, facets: 1, validUntil: 1 } },
          ],
          { hint: indexFor(entered) },
        )
        .toArray();
      return {
        rows: found.map(({ facets, validUntil }): CountedRow => ({ ...facets, validUntil })),
        areAll: (entries ?? (await rows().estimatedDocumentCount())) <= most,
      };
    },
    entriesWith: async (numbers) => {
      const found = await connection
        .collection<Stored<KeyedEntry>>('entries')
        .find({ _id: { $in: [...numbers] } })
        .toArray();
      const entries = new Map(found.map((row) => [row._id, entryOf(withId<KeyedEntry>(row))]));
      return numbers.flatMap((number) => entries.get(number) ?? []);
    },
  };
}
