import type { Connection } from 'mongoose';
import type { JournalReading } from '../../commands/ports/journalPorts.ts';
import type { Store } from '../../commands/ports/ports.ts';
import type { View } from '../../policies/view.ts';
import type { JournalRecord } from '../../workflow/record.ts';
import { addNote } from '../database/addNote.ts';
import { inTransaction } from '../database/inTransaction.ts';
import { type Reader, reader } from '../database/reader.ts';
import { journalReading } from './journalReading.ts';

type Part = Pick<Store, 'note' | 'records'> & JournalReading;

/** Kinds of chains that belong to an item, and the collection where a view finds it. */
const itemOf = {
  organisations: 'organisations',
  applications: 'applications',
  reviews: 'reviews',
  labels: 'labels',
  findings: 'findings',
  appeals: 'appeals',
  complaints: 'complaints',
  selfAssessments: 'applications',
  evidence: 'applications',
  scores: 'reviews',
} as const;

/** The journal as it is added to outside of commits, and read; `one` reads what the view shows. */
export function journalStore(connection: Connection, one: Reader['one'], view: View): Part {
  const whole = reader(connection);
  const shows = async (stream: string): Promise<boolean> => {
    const [kind = '', id = ''] = stream.split('/');
    const collection = itemOf[kind as keyof typeof itemOf];
    return !collection || (await one(collection, { _id: id })) !== null;
  };
  return {
    note: (note) => inTransaction(connection, (session) => addNote(connection, session, note)),
    records: async (stream) =>
      (await shows(stream)) ? whole.many<JournalRecord>('records', { stream }, { seq: 1 }) : [],
    ...journalReading(connection, view, shows),
  };
}
