import type { Connection } from 'mongoose';
import { compoundEnds, compoundsIn } from '../../register/compounds.ts';
import type { Entry } from '../../register/entry.ts';
import { shortened } from '../../register/oneTypo.ts';
import { isFilter, type SearchRow, searchRow, termIn, writtenTerms } from '../../register/searchRow.ts';
import { findRows } from '../database/database.ts';
import { isDuplicate } from '../database/isDuplicate.ts';
import type { KeyedTerm, StoredTerm } from './registerSearch.ts';

/** An entry with what it is found by, whose terms are known. */
export interface IndexedEntry {
  readonly entry: Entry;
  readonly row: SearchRow;
}

/**
 * Makes entries ready to be written: their terms must be known before the transaction begins, because two that bring the same
 * new word would conflict. A term that no row has yet is not found by anybody.
 */
export async function toIndexedEntries(
  connection: Connection,
  entries: readonly Entry[],
): Promise<readonly IndexedEntry[]> {
  const ready = entries.map((entry) => ({ entry, row: searchRow(entry) }));
  const needed = new Set(ready.flatMap(({ row }) => row.words.map(termIn)));
  const compounds = new Map(entries.flatMap(compoundsIn).map(({ term, word }) => [term, word]));
  const among = { _id: { $in: [...needed] } };
  const known = await findRows<KeyedTerm>(connection, 'searchTerms', among, { projection: { ends: 1 } });
  for (const { id, ends } of known) {
    needed.delete(id);
    if (ends) compounds.delete(id);
  }
  if (needed.size > 0) await addTerms(connection, needed, ready);
  if (compounds.size > 0) await addEnds(connection, compounds);
  return ready;
}

async function addTerms(
  connection: Connection,
  needed: ReadonlySet<string>,
  ready: readonly IndexedEntry[],
): Promise<void> {
  const written = new Map(
    ready
      .filter(({ row }) => row.words.some((word) => needed.has(termIn(word))))
      .flatMap(({ entry }) => [...writtenTerms(entry)])
      .reverse(),
  );
  const rows = [...needed].map((term) => ({
    _id: term,
    written: written.get(term) ?? '',
    rows: 0,
    ranked: {},
    near: isFilter(term) ? [] : shortened(term),
  }));
  await connection
    .collection<StoredTerm>('searchTerms')
    .insertMany(rows, { ordered: false })
    .catch((error: unknown) => {
      if (!isDuplicate(error)) throw error;
    });
}

/** A word may have stood in other languages for long before a German label brings it. */
async function addEnds(connection: Connection, compounds: ReadonlyMap<string, string>): Promise<void> {
  await connection.collection<StoredTerm>('searchTerms').bulkWrite(
    [...compounds].map(([_id, word]) => ({
      updateOne: { filter: { _id }, update: { $set: { ends: compoundEnds(word) } } },
    })),
    { ordered: false },
  );
}
