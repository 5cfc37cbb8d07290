import type { Connection } from 'mongoose';
import type { CaseNote } from '../../commands/items/casework.ts';
import type { Application } from '../../commands/items/items.ts';
import type { DutyReading, KeptDuties } from '../../commands/ports/reviewingPorts.ts';
import type { Tie } from '../../policies/tie.ts';
import type { JournalRecord } from '../../workflow/record.ts';
import { findRows, type Stored, withId } from '../database/database.ts';

type ReviewRow = Stored<KeptDuties['reviews'][number] & { readonly id: string }>;

const partFields = ['context.reviewers.personId', 'context.moderatedBy', 'context.earlierPeople'];
/** Kinds of items that name their file in their context. */
const chainsOfFile = ['findings', 'conditions', 'appeals', 'surveillances', 'changes'] as const;
const evaluating = ['invited', 'scoring', 'delivered'];

/** A row beside a file, and where it is kept. */
type Beside =
  | (ReviewRow & { readonly of: 'reviews' })
  | (Stored<Tie> & { readonly of: 'ties' })
  | {
      readonly _id: string;
      readonly of: 'casework';
      readonly owner?: string | null;
      readonly notes?: readonly Pick<CaseNote, 'handOver'>[];
    }
  | {
      readonly _id: string;
      readonly of: 'appeals';
      readonly context?: { readonly panel?: readonly string[] };
    }
  | {
      readonly _id: string;
      readonly of:
        | 'labels'
        | 'complaints'
        | 'correspondence'
        | 'committeeSessions'
        | Exclude<(typeof chainsOfFile)[number], 'appeals'>;
    };

/** What a person did on files, read outside every view. */
export function dutyStore(connection: Connection): DutyReading {
  const on = (name: string) => connection.collection<{ _id: string }>(name);
  const madeTrue = async (personId: string, streams: readonly string[]) => {
    const options = { projection: { facts: 1 }, hint: { 'actor.id': 1, stream: 1 } };
    const filter = { 'actor.id': personId, stream: { $in: [...streams] } };
    const lines = await findRows<Pick<JournalRecord, 'id' | 'facts'>>(connection, 'records', filter, options);
    return lines.flatMap(({ facts }) => facts);
  };
  return {
    dutiesOf: async (personId, { id, context: { organisationId } }) => {
      const ofFile = { 'context.applicationId': id };
      const vote = { 'context.agenda': id, 'context.votes': { $elemMatch: { applicationId: id, personId } } };
      const ids = { _id: 1 };
      // In one question: to ask each collection for itself costs four times as much.
      const beside = await on('reviews')
        .aggregate<Beside>([
          ...rowsOf('reviews', ofFile, { state: 1, context: 1 }),
          also('labels', { 'context.organisationId': organisationId, ...ofFile }, ids),
          also('complaints', { 'context.organisationId': organisationId, ...ofFile }, ids),
          also('correspondence', { applicationId: id }, ids),
          also('casework', { applicationId: id }, { owner: 1, 'notes.handOver': 1 }),
          ...chainsOfFile.map((name) =>
            also(name, ofFile, name === 'appeals' ? { 'context.panel': 1 } : ids),
          ),
          also('committeeSessions', vote, ids),
          also('ties', { personId, organisationId }),
        ])
        .toArray();
      const reviews = beside.filter((row) => row.of === 'reviews');
      const chains = beside.filter(({ of }) => of !== 'ties' && of !== 'committeeSessions');
      const streams = [`applications/${id}`, ...chains.map(({ of, _id }) => `${of}/${_id}`)];
      return {
        reviews: reviews.filter(({ context }) => context.personId === personId),
        facts: await madeTrue(personId, streams),
        voted: beside.some(({ of }) => of === 'committeeSessions'),
        onPanel: beside.some((row) => row.of === 'appeals' && row.context?.panel?.includes(personId)),
        owned: beside.some(
          (row) =>
            row.of === 'casework' &&
            (row.owner === personId || row.notes?.some(({ handOver }) => handOver?.to === personId)),
        ),
        ties: beside.flatMap((row) => (row.of === 'ties' ? withId<Tie>(row) : [])),
      };
    },
    filesOnLabelOf: async ({ id, context: { organisationId } }) => {
      const onLabels = { 'context.organisationId': organisationId, 'context.scope': { $ne: null } };
      const files = await findRows<Application>(connection, 'applications', onLabels);
      if (files.length === 0) return [];
      const opened = { 'context.organisationId': organisationId, 'context.applicationId': id };
      const numbers = await on('labels').distinct('context.number', opened);
      return files.filter(({ context: { scope } }) => scope !== null && numbers.includes(scope.label));
    },
    filesEvaluatedBy: async (personId) => {
      const reviewing = { 'context.personId': personId, state: { $in: evaluating } };
      const partIn = { $or: partFields.map((field) => ({ [field]: personId })) };
      const [reviewed, files] = await Promise.all([
        on('reviews').distinct('context.applicationId', reviewing),
        findRows(connection, 'applications', partIn, { projection: { _id: 1 } }),
      ]);
      return [...new Set([...reviewed.map(String), ...files.map(({ id }) => id)])];
    },
    evaluatorsOf: async (applicationId) => {
      const asked = { 'context.applicationId': applicationId, state: { $in: evaluating } };
      const found = await Promise.all([
        on('reviews').distinct('context.personId', asked),
        ...partFields.map((field) => on('applications').distinct(field, { _id: applicationId })),
      ]);
      return [...new Set(found.flat().map(String))];
    },
  };
}

/** Rows of a collection, each with its name; whole where no fields are named. */
function rowsOf(name: Beside['of'], filter: object, fields?: object): object[] {
  const of = { $literal: name };
  return [{ $match: filter }, fields ? { $project: { ...fields, of } } : { $set: { of } }];
}

function also(name: Beside['of'], filter: object, fields?: object): object {
  return { $unionWith: { coll: name, pipeline: rowsOf(name, filter, fields) } };
}
