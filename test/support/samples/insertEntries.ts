import type { Connection } from 'mongoose';
import type { Entry } from '../../../src/register/entry.ts';
import { labelNumber } from '../../../src/register/number.ts';
import { toIndexedEntries } from '../../../src/storage/register/toIndexedEntries.ts';
import { writeEntries } from '../../../src/storage/register/writeEntries.ts';
import { specimenEntry } from './specimenEntry.ts';

/** The fields that a test sets; the rest is the specimen's. */
export interface EntryFields extends Partial<Omit<Entry, 'offers' | 'organisation'>> {
  readonly name?: string;
  readonly offers?: readonly (string | ({ readonly name: string } & Partial<Entry['offers'][number]>))[];
  readonly organisation?: Partial<Entry['organisation']>;
}

/** The n-th entry of a register of specimens. */
export function entryNumbered(
  n: number,
  { name, offers = [], organisation, ...also }: EntryFields = {},
): Entry {
  return {
    ...specimenEntry,
    number: labelNumber(2026, n),
    organisation: {
      ...specimenEntry.organisation,
      id: `ORG${n}`,
      ...(name !== undefined && { name }),
      ...organisation,
    },
    offers: offers.map((offer, i) => ({
      id: `OFFER${n}-${i + 1}`,
      type: 'food',
      sheet: '',
      madeHere: null,
      ...(typeof offer === 'string' ? { name: offer } : offer),
    })),
    ...also,
  };
}

/** Writes entries as the program does; the public log says at `now` which files they have. */
export async function insertEntries(
  connection: Connection,
  entries: readonly Entry[],
  now?: Date,
): Promise<void> {
  const ready = await toIndexedEntries(connection, entries);
  await connection.transaction((session) =>
    writeEntries(connection, session, ready, { ...(now && { now }) }),
  );
}
