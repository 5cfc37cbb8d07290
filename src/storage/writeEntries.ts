import type { Connection, mongo } from 'mongoose';
import type { Entry } from '../register/entry.ts';
import { shortened } from '../register/oneTypo.ts';
import { isFilter, type SearchRow, searchRow, termIn, writtenTerms } from '../register/searchRow.ts';
import { entryRow } from './entryRow.ts';
import { isDuplicate } from './isDuplicate.ts';
import { numbered } from './numbered.ts';
import type { StoredSearchRow, StoredTerm } from './registerSearch.ts';

/**
 * Makes sure that the terms of entries are known, before the transaction that writes these: two that bring the same new word
 * would be in each other's way. A term that no row has yet is not found by anybody.
 */
export async function addTerms(connection: Connection, entries: readonly Entry[]): Promise<void> {
  const terms = connection.collection<StoredTerm>('searchTerms');
  const needed = new Map(entries.flatMap((entry) => [...writtenTerms(entry)]).reverse());
  const known = await terms.find({ _id: { $in: [...needed.keys()] } }, { projection: { _id: 1 } }).toArray();
  for (const { _id } of known) needed.delete(_id);
  if (needed.size === 0) return;
  const rows = [...needed].map(([term, written]) => ({
    _id: term,
    written,
    rows: 0,
    near: isFilter(term) ? [] : shortened(term),
  }));
  await terms.insertMany(rows, { ordered: false }).catch((error: unknown) => {
    if (!isDuplicate(error)) throw error;
  });
}

/**
 * Writes entries of the register with what they are found by, and how many rows have each term; after `addTerms`. An entry takes
 * the place of the one before it; where all are said to be new, a number that is there already fails with a duplicate key.
 */
export async function writeEntries(
  connection: Connection,
  session: mongo.ClientSession,
  entries: readonly Entry[],
  { areNew = false }: { readonly areNew?: boolean } = {},
): Promise<void> {
  const rows = connection.collection<StoredSearchRow>('searchRows');
  const found = entries.map(searchRow);
  const write = areNew ? inserted : replaced;
  const numbers = areNew ? [] : found.map(({ number }) => number);
  const before = await rows.find({ _id: { $in: numbers } }, { session, projection: { words: 1 } }).toArray();
  const stored = await numbered(connection, session, entries.map(entryRow));
  await connection.collection<{ _id: string }>('entries').bulkWrite(
    stored.map((row) => write(row)),
    { session, ordered: false },
  );
  await rows.bulkWrite(
    found.map(({ number, ...row }) => write({ _id: number, ...row })),
    { session, ordered: false },
  );
  const changes = [...byChange(before, found)].map(([change, terms]) => ({
    updateMany: { filter: { _id: { $in: terms } }, update: { $inc: { rows: change } } },
  }));
  if (changes.length > 0)
    await connection.collection<StoredTerm>('searchTerms').bulkWrite(changes, { session, ordered: false });
}

function inserted<T extends { readonly _id: string }>(document: T) {
  return { insertOne: { document } };
}

function replaced<T extends { readonly _id: string }>({ _id, ...replacement }: T) {
  return { replaceOne: { filter: { _id }, replacement, upsert: true } };
}

/** By how many rows terms become more or fewer, the terms of each number together. */
function byChange(
  before: readonly Pick<SearchRow, 'words'>[],
  after: readonly Pick<SearchRow, 'words'>[],
): Map<number, string[]> {
  const changes = new Map<string, number>();
  const count = (words: readonly string[], by: number) => {
    for (const term of words.map(termIn)) changes.set(term, (changes.get(term) ?? 0) + by);
  };
  for (const { words } of before) count(words, -1);
  for (const { words } of after) count(words, 1);
  const terms = new Map<number, string[]>();
  for (const [term, by] of changes) if (by !== 0) terms.set(by, [...(terms.get(by) ?? []), term]);
  return terms;
}
