import { randomBytes } from 'node:crypto';
import type { Connection, mongo } from 'mongoose';
import { filesDigest, filesEntry, standingEntry } from '../../commands/transparency/statements.ts';
import type { Entry } from '../../register/entry.ts';
import { isFilter, type SearchRow, termIn } from '../../register/searchRow.ts';
import { type EntryRow, machineClock, waiting } from '../database/logEntryRow.ts';
import { changeSeries, takeNumbers } from '../database/takeNumbers.ts';
import { entryRow } from './entryRow.ts';
import type { StoredSearchRow, StoredTerm } from './registerSearch.ts';
import type { IndexedEntry } from './toIndexedEntries.ts';

/**
 * Writes entries of the register with what they are found by, and how many rows have each term, and lets the public log say at `now` which
 * files are new. An entry takes the place of the one before it; where all are said to be new, they come beside the workflow and are
 * entered in that log, and a number that is there already fails with a duplicate key.
 */
export async function writeEntries(
  connection: Connection,
  session: mongo.ClientSession,
  ready: readonly IndexedEntry[],
  { areNew = false, now = machineClock.now() }: { readonly areNew?: boolean; readonly now?: Date } = {},
): Promise<void> {
  const write = areNew ? inserted : replaced;
  const filesBefore = areNew ? new Map() : await filesOf(connection, session, ready);
  // Inside the transaction: of two at once, one waits for the other, so that no change becomes visible behind a later one.
  const first = await takeNumbers(connection, changeSeries, ready.length, session);
  await connection.collection<{ _id: string }>('entries').bulkWrite(
    ready.map(({ entry }, i) => write({ ...entryRow(entry), change: first + i })),
    { session, ordered: false },
  );
  const found = ready.map(({ row }) => row);
  await writeSearchRows(connection, session, found, { areNew });
  const entering = ready.flatMap(({ entry }, i) => {
    // No change is told of what comes beside the workflow.
    const standing = areNew ? [standingEntry(entry, randomBytes(32).toString('base64url'))] : [];
    if (filesDigest(entry.files) === (filesBefore.get(entry.number) ?? filesDigest([]))) return standing;
    const source = areNew ? undefined : `files/${String(first + i).padStart(12, '0')}`;
    return [...standing, filesEntry(entry, source)];
  });
  const rows = entering.map((one) => waiting(one, now));
  if (rows.length > 0) await connection.collection<EntryRow>('logEntries').bulkWrite(rows, { session });
}

/** The digest of the files that each label has so far. */
async function filesOf(
  connection: Connection,
  session: mongo.ClientSession,
  ready: readonly IndexedEntry[],
): Promise<ReadonlyMap<string, string>> {
  const these = { _id: { $in: ready.map(({ entry }) => entry.number) } };
  const rows = connection.collection<Pick<Entry, 'files'> & { readonly _id: string }>('entries');
  const known = await rows.find(these, { session, projection: { files: 1 } }).toArray();
  return new Map(known.map(({ _id, files }) => [_id, filesDigest(files)]));
}

/** Writes what entries are found by, and how many rows have each term. */
export async function writeSearchRows(
  connection: Connection,
  session: mongo.ClientSession,
  found: readonly SearchRow[],
  { areNew = false }: { readonly areNew?: boolean } = {},
): Promise<void> {
  const rows = connection.collection<StoredSearchRow>('searchRows');
  const numbers = areNew ? [] : found.map(({ number }) => number);
  const before = await rows.find({ _id: { $in: numbers } }, { session, projection: { words: 1 } }).toArray();
  const write = areNew ? inserted : replaced;
  await rows.bulkWrite(
    found.map(({ number, ...row }) => write({ _id: number, ...row })),
    { session, ordered: false },
  );
  const changes = changesOf(before, found).map(({ rank, by, terms }) => ({
    updateMany: {
      filter: { _id: { $in: terms } },
      update: { $inc: { rows: by, ...(rank !== '' && { [`ranked.${rank}`]: by }) } },
    },
  }));
  if (changes.length > 0)
    await connection.collection<StoredTerm>('searchTerms').bulkWrite(changes, { session });
}

function inserted<T extends { readonly _id: string }>(document: T) {
  return { insertOne: { document } };
}

function replaced<T extends { readonly _id: string }>({ _id, ...replacement }: T) {
  return { replaceOne: { filter: { _id }, replacement, upsert: true } };
}

/** By how many rows terms become more or fewer with a rank, the terms of the same change together. */
function changesOf(before: readonly Pick<SearchRow, 'words'>[], after: readonly Pick<SearchRow, 'words'>[]) {
  const counts = new Map<string, number>();
  const count = (words: readonly string[], by: number) => {
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + by);
  };
  for (const { words } of before) count(words, -1);
  for (const { words } of after) count(words, 1);
  const changes = new Map<string, { rank: string; by: number; terms: string[] }>();
  for (const [word, by] of counts) {
    if (by === 0) continue;
    const rank = isFilter(word) ? '' : word.charAt(0);
    const change = changes.get(`${rank} ${by}`) ?? { rank, by, terms: [] };
    change.terms.push(termIn(word));
    changes.set(`${rank} ${by}`, change);
  }
  return [...changes.values()];
}
