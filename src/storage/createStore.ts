import type { Connection } from 'mongoose';
import type { ChangePack } from '../commands/items/changePack.ts';
import type { Application, Label, Snapshot } from '../commands/items/items.ts';
import type { Clock, Store } from '../commands/ports/ports.ts';
import { everything, sees, type View } from '../policies/view.ts';
import { correspondenceStore } from './application/correspondenceStore.ts';
import { evidenceStore } from './application/evidenceStore.ts';
import { questionnaireStore } from './application/questionnaireStore.ts';
import { selfAssessmentStore } from './application/selfAssessmentStore.ts';
import { sponsoringStore } from './application/sponsoringStore.ts';
import { committer, type HandlersOf } from './commit.ts';
import { decidingStore } from './committee/decidingStore.ts';
import { precedentStore } from './committee/precedentStore.ts';
import { complaintStore } from './complaint/complaintStore.ts';
import { atOneInstant } from './database/atOneInstant.ts';
import { lastBackup } from './database/backup/backupNotes.ts';
import { type Stored, withId } from './database/database.ts';
import { fromAnyMember } from './database/fromAnyMember.ts';
import { machineClock } from './database/logEntryRow.ts';
import { after, oneOf, reader } from './database/reader.ts';
import { takeNumbers } from './database/takeNumbers.ts';
import { visible } from './database/visible.ts';
import { caseworkStore } from './desk/caseworkStore.ts';
import { exchangeStore } from './exchange/exchangeStore.ts';
import { changeStore } from './label/changeStore.ts';
import { conditionStore } from './label/conditionStore.ts';
import { hearingStore } from './label/hearingStore.ts';
import { issuedStore } from './label/issuedStore.ts';
import { surveyingStore } from './label/surveyingStore.ts';
import { listingStore } from './listingStore.ts';
import { apiKeyStore } from './people/apiKeyStore.ts';
import { organisationStore } from './people/organisationStore.ts';
import { peopleStore } from './people/peopleStore.ts';
import { journalStore } from './privacy/journalStore.ts';
import { retentionStore } from './privacy/retentionStore.ts';
import { badgeHostStore } from './register/badgeHostStore.ts';
import { entryOf, type KeyedEntry } from './register/entryRow.ts';
import { openDataStore } from './register/openDataStore.ts';
import { registerSearch } from './register/registerSearch.ts';
import { webhookStore } from './register/webhookStore.ts';
import { calibrationStore } from './review/calibrationStore.ts';
import { dutyStore } from './review/dutyStore.ts';
import { reviewingStore } from './review/reviewingStore.ts';
import { logStore } from './transparency/logStore.ts';

interface StoreOptions {
  /** Laid over every read and write. */
  readonly view?: View;
  /** The time that entries of the public log carry. */
  readonly clock?: Clock;
}

/** The Store over MongoDB. `handlersOf` says which jobs follow from a fact. */
export function createStore(
  connection: Connection,
  handlersOf: HandlersOf,
  { view = everything, clock = machineClock }: StoreOptions = {},
): Store {
  const { one, many } = reader(connection, visible(view));
  const commit = committer(connection, handlersOf, clock);
  // What this view has shown is not looked at again before each write: a view is made for one request.
  const known = new Set<string>();
  const application = async (id: string) => {
    const found = await one<Application>('applications', { _id: id });
    if (found && view !== everything) known.add(id);
    return found;
  };
  return {
    seenBy: (other) => createStore(connection, handlersOf, { view: other, clock }),
    atOneInstant: (read) =>
      atOneInstant(connection, (then) => read(createStore(then, handlersOf, { view, clock }))),
    fromAnyMember: () => createStore(fromAnyMember(connection), handlersOf, { view, clock }),
    commit: (changes, parts = []) => commit(view, changes, parts),

    application,
    applicationsOf: (ids) =>
      many<Application>('applications', { 'context.organisationId': oneOf(ids) }, { _id: -1 }),
    applicationsIn: (states, { limit, last = '' }) =>
      many<Application>('applications', { state: oneOf(states), _id: after(last) }, { _id: 1 }, limit),
    applicationsOfKind: (kind, states, limit) =>
      many<Application>('applications', { 'context.kind': kind, state: oneOf(states) }, { _id: -1 }, limit),
    label: (number) => one<Label>('labels', { _id: number }),
    labelsOf: (organisationId) =>
      many<Label>('labels', { 'context.organisationId': organisationId }, { _id: -1 }),

    snapshot: async (applicationId, n) => {
      const found = await one<Snapshot & { id: string }>('snapshots', { _id: `${applicationId}.${n}` });
      if (!found) return null;
      const { id: _, ...snapshot } = found;
      return snapshot;
    },
    changePack: (version) => one<ChangePack>('changePacks', { _id: version }),
    entry: async (number) => {
      // By the driver itself: the whole world asks for this row, and casting the filter costs as much as reading it.
      const row = await connection.collection<Stored<KeyedEntry>>('entries').findOne({ _id: number });
      return row && entryOf(withId<KeyedEntry>(row));
    },
    entries: async (limit) => {
      const found = await many<KeyedEntry>('entries', {}, { changedAt: -1, _id: -1 }, limit);
      return found.map(entryOf);
    },
    lastBackup: () => lastBackup(connection),
    nextNumber: (series, year) => takeNumbers(connection, `${series}-${year}`),

    ...organisationStore(connection, { one, many }, visible(view)),
    ...hearingStore({ one, many }),
    ...badgeHostStore(connection),
    ...calibrationStore(connection, visible(view)),
    ...changeStore({ one, many }),
    ...apiKeyStore(connection, { one, many }),
    ...caseworkStore(connection, { one, many }, visible(view)),
    ...complaintStore(connection, { one, many }),
    ...exchangeStore(connection, { one, many }),
    ...correspondenceStore(connection, { one, many }),
    ...conditionStore({ one, many }),
    ...precedentStore(connection, visible(view)),
    ...issuedStore(connection, clock),
    ...logStore(connection, clock),
    ...registerSearch(connection),
    ...openDataStore(connection),
    ...webhookStore(connection, { one, many }),
    ...evidenceStore(connection, { one, many }, application),
    ...questionnaireStore(connection, { one, many }, application),
    ...journalStore(connection, one, view),
    ...retentionStore(connection, { one, many }),
    ...listingStore(connection, view),
    ...selfAssessmentStore(connection, application, (id) => known.has(id), view),
    ...reviewingStore({ one, many }),
    ...sponsoringStore({ one, many }),
    ...decidingStore(connection, { one, many }),
    ...dutyStore(connection),
    ...surveyingStore(connection, { many, one }),
    ...peopleStore(connection, (organisationId) => sees(view, organisationId)),
  };
}
