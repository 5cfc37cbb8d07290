import type { Connection } from 'mongoose';
import type { Application, Label, Organisation, Review, Snapshot } from '../commands/items.ts';
import type { Store } from '../commands/ports.ts';
import type { Entry } from '../register/entry.ts';
import type { JournalRecord } from '../workflow/record.ts';
import { committer, type HandlersOf } from './commit.ts';
import { peopleStore } from './peopleStore.ts';
import { oneOf, reader } from './reader.ts';
import { selfAssessmentStore } from './selfAssessmentStore.ts';

/** The Store over MongoDB. `handlersOf` says which jobs follow from a fact. */
export function createStore(connection: Connection, handlersOf: HandlersOf): Store {
  const { one, many } = reader(connection);
  return {
    commit: committer(connection, handlersOf),

    organisation: (id) => one<Organisation>('organisations', { _id: id }),
    application: (id) => one<Application>('applications', { _id: id }),
    applicationsOf: (ids) =>
      many<Application>('applications', { 'context.organisationId': oneOf(ids) }, { _id: -1 }),
    applicationsIn: (states, limit) =>
      many<Application>('applications', { state: oneOf(states) }, { _id: 1 }, limit),
    review: (id) => one<Review>('reviews', { _id: id }),
    reviewsOf: (applicationId) =>
      many<Review>('reviews', { 'context.applicationId': applicationId }, { _id: 1 }),
    reviewsBy: (personId) => many<Review>('reviews', { 'context.personId': personId }, { _id: -1 }),
    label: (number) => one<Label>('labels', { _id: number }),
    labelsOf: (organisationId) =>
      many<Label>('labels', { 'context.organisationId': organisationId }, { _id: -1 }),

    snapshot: async (applicationId, n) => {
      const found = await one<Snapshot & { id: string }>('snapshots', { _id: `${applicationId}.${n}` });
      return found && without('id', found);
    },
    entry: async (number) => {
      const found = await one<StoredEntry>('entries', { _id: number });
      return found && entryOf(found);
    },
    entries: async (limit) => {
      const found = await many<StoredEntry>('entries', {}, { changedAt: -1, _id: -1 }, limit);
      return found.map(entryOf);
    },
    records: (stream) => many<JournalRecord>('records', { stream }, { seq: 1 }),
    nextNumber: async (series, year) => {
      const counter = await connection
        .model('counters')
        .findOneAndUpdate(
          { _id: `${series}-${year}` },
          { $inc: { n: 1 } },
          { upsert: true, returnDocument: 'after' },
        )
        .lean<{ n: number }>();
      if (!counter) throw new Error(`no counter for ${series} ${year}`);
      return counter.n;
    },

    ...selfAssessmentStore(connection),
    ...peopleStore(connection),
  };
}

/** The register's key is the label's number; inside the database it is `_id` like every other. */
type StoredEntry = Omit<Entry, 'number'> & { id: string };

function entryOf(stored: StoredEntry): Entry {
  return { number: stored.id, ...without('id', stored) };
}

function without<T extends object, K extends keyof T>(key: K, from: T): Omit<T, K> {
  const { [key]: _, ...rest } = from;
  return rest;
}
