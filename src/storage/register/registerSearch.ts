import type { Connection, mongo } from 'mongoose';
import type {
  CountedRow,
  Cursor,
  KnownTerm,
  PageOfRows,
  Question,
  RegisterSearch,
} from '../../commands/ports/registerPorts.ts';
import type { SearchRow } from '../../register/searchRow.ts';
import { findRows } from '../database/database.ts';
import { findEntries } from './entryRow.ts';
import { nearestRows } from './nearestRows.ts';
import { anyRows, inAnyPlace, type Part, partsOf } from './searchFilters.ts';

/** What is stored of a search row. */
export type StoredSearchRow = Omit<SearchRow, 'number'> & { readonly _id: string };
/** A term, and what it is without one of its letters. */
export interface StoredTerm extends Omit<KnownTerm, 'term'> {
  readonly _id: string;
  readonly near: readonly string[];
}
/** A term by its key. */
export type KeyedTerm = Omit<KnownTerm, 'term'> & { readonly id: string };

/** The one index of the rows, in the order of an answer. */
const byWords = { words: 1, holds: -1, _id: -1 } as const;
/** So many rows that answer are put in order by their places at once; where more do, the first places have a page of them. */
const maxOrdered = 500;
/** Where so many rows have the rarest thing that is asked for, enough of them answer as a rule. */
const maxRead = 20_000;
/** Parts that are asked for at once where the first did not fill a page: they have few rows as a rule, to ask one by one takes longer. */
const partsAtOnce = 5;

/** The search of the register over MongoDB: every question goes by an index. */
export function registerSearch(connection: Connection): RegisterSearch {
  const rows = () => connection.collection<StoredSearchRow>('searchRows');
  const terms = async (filter: object, limit: number, index?: mongo.Hint): Promise<KnownTerm[]> => {
    // To MongoDB, 0 is no limit.
    if (limit === 0) return [];
    const options = { projection: { near: 0 }, limit, ...(index && { hint: index }) };
    const used = { ...filter, rows: { $gt: 0 } };
    const found = await findRows<KeyedTerm>(connection, 'searchTerms', used, options);
    return found.map(({ id, ...term }) => ({ term: id, ...term }));
  };
  const cursors = async ({ at, rank, filter }: Part, back: boolean, limit: number): Promise<Cursor[]> => {
    const direction = back ? 1 : -1;
    // Of several terms, the index gives rows in their order only where nothing that is fixed is sorted by.
    const sort: Record<string, 1 | -1> =
      'holds' in filter ? { _id: direction } : { holds: direction, _id: direction };
    const found = rows().find(filter, { projection: { holds: 1 }, sort, hint: byWords, limit });
    return (await found.toArray()).map(({ _id, holds }) => ({ at, rank, holds, number: _id }));
  };
  const pageByParts = async (question: Question, { from, back, limit }: PageOfRows): Promise<Cursor[]> => {
    const parts = partsOf(question, { from, back });
    const found: Cursor[] = [];
    for (let begin = 0, count = 1; begin < parts.length && found.length < limit; count = partsAtOnce) {
      const asked = parts.slice(begin, begin + count).map((part) => cursors(part, back, limit));
      found.push(...(await Promise.all(asked)).flat());
      begin += count;
    }
    const page = found.slice(0, limit);
    return back ? page.reverse() : page;
  };
  const everyPart = async (question: Question, places: readonly string[]): Promise<Cursor[]> => {
    // Of the words of a row, its place alone.
    const options = {
      projection: { holds: 1, words: { $elemMatch: { $in: places } } },
      hint: byWords,
      limit: maxOrdered + 1,
      batchSize: maxOrdered + 1,
    };
    const parts = partsOf(inAnyPlace(question), { from: null, back: false });
    const found = parts.map(async ({ rank, filter }) => {
      const some = await rows().find(filter, options).toArray();
      return some.map(({ _id, holds, words }) => ({ at: words[0] ?? '', rank, holds, number: _id }));
    });
    return (await Promise.all(found)).flat();
  };
  return {
    knownTerms: (wanted) => terms({ _id: { $in: [...wanted] } }, wanted.length, { _id: 1 }),
    // In one question, by two indexes: it costs hardly more than the terms alone, two questions cost half as much again.
    termsLike: (wanted, ends, limit) =>
      terms({ $or: [{ _id: { $in: [...wanted] } }, { ends: { $in: [...ends] } }] }, wanted.length + limit),
    termsBeginning: (beginning, limit) =>
      terms({ _id: { $gte: beginning, $lt: `${beginning}\uffff` } }, limit, { _id: 1 }),
    termsNear: (shortened, limit) => terms({ near: { $in: [...shortened] } }, limit, { near: 1 }),
    searchPage: async (question, page) => {
      const { around } = question;
      if (!around || anyRows(question).rows > maxRead) return pageByParts(question, page);
      const places = around.map(({ term }) => term);
      const every = await everyPart(question, places);
      return every.length > maxOrdered ? pageByParts(question, page) : nearestRows(around, every, page);
    },
    searchRows: async (question, max) => {
      const { entered, rest, rows: all } = anyRows(question);
      const found = await rows()
        .aggregate<CountedRow>(
          [
            { $match: entered },
            { $limit: max },
            { $match: rest },
            { $project: { _id: 0, facets: 1, validUntil: 1 } },
          ],
          // All in one answer: a second one, which begins after 101 rows by default, costs as much as the rows.
          { hint: byWords, batchSize: max },
        )
        .toArray();
      return { rows: found, areAll: all <= max };
    },
    entriesWith: async (numbers) => {
      if (numbers.length === 0) return [];
      const found = await findEntries(connection, { _id: { $in: [...numbers] } });
      const byNumber = new Map(found.map((entry) => [entry.number, entry]));
      return numbers.flatMap((number) => byNumber.get(number) ?? []);
    },
    entriesOf: (organisationId, limit) =>
      findEntries(connection, { 'organisation.id': organisationId }, { sort: { _id: -1 }, limit }),
  };
}
