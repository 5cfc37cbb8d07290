import type { Connection, mongo } from 'mongoose';
import type { Application, Label, Organisation, Snapshot } from '../../commands/items/items.ts';
import type { DeskKind } from '../../commands/ports/deskPorts.ts';
import { deskId } from '../../commands/ports/deskTerms.ts';
import { type Stored, withId } from '../database/database.ts';
import { type Added, fileRow, labelRow } from './itemRows.ts';
import type { StoredRow } from './storedRow.ts';

interface Read {
  readonly organisations: readonly Stored<Organisation>[];
  readonly added: readonly Added[];
  readonly last: readonly { readonly at: string }[];
}
type ReadFile = Stored<Application> &
  Read & {
    readonly snapshots: readonly Pick<Snapshot, 'content'>[];
    readonly labels: readonly Pick<Label, 'state' | 'context'>[];
    readonly reviews: readonly { readonly personId: string }[];
    readonly rows: readonly Pick<StoredRow, 'state' | 'since'>[];
  };
type ReadLabel = Stored<Label> &
  Read & { readonly surveillances: readonly Owed[]; readonly findings: readonly Owed[] };
interface Owed {
  readonly dueAt: string;
}

/**
 * Makes the rows of files and labels anew of what is stored, by the ids of the rows, in the transaction that changed what they tell.
 * Items that are not there, or were not sent, and those of other kinds are left out. `since` says of files, by their ids, since when they
 * are in their state, where that is known; otherwise it is when a row first told of that state.
 */
export async function refreshDeskRows(
  connection: Connection,
  session: mongo.ClientSession,
  rowIds: readonly string[],
  since: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  const read = <T extends object>(kind: DeskKind, name: string, stages: readonly object[]) => {
    const ids = rowIds.flatMap((id) => (id.startsWith(deskId(kind, '')) ? [id.slice(kind.length + 1)] : []));
    if (ids.length === 0) return [];
    const these = { $match: { _id: { $in: [...new Set(ids)] } } };
    return connection
      .collection(name)
      .aggregate<T>([these, ...stages], { session })
      .toArray();
  };
  const ofFiles = await read<ReadFile>('files', 'applications', fileStages);
  const ofLabels = await read<ReadLabel>('labels', 'labels', labelStages);
  const rows = [
    ...ofFiles.map((file) => rowOfFile(file, since.get(file._id))),
    ...ofLabels.map(rowOfLabel),
  ].filter((row) => row !== null);
  if (rows.length === 0) return;
  await connection.collection<StoredRow>('deskRows').bulkWrite(
    rows.map(({ _id, ...replacement }) => ({ replaceOne: { filter: { _id }, replacement, upsert: true } })),
    { session, ordered: false },
  );
}

const key = (kind: DeskKind) => ({ $set: { rowId: { $concat: [`${kind}/`, '$_id'] } } });
const joined = (from: string, localField: string, foreignField = '_id', as = from, pipeline: object[] = []) =>
  ({ $lookup: { from, localField, foreignField, as, ...(pipeline.length > 0 && { pipeline }) } }) as const;

/** While a file is evaluated nobody learns that one of two reviews is delivered. */
const isToldToday = {
  $expr: { $or: [{ $ne: ['$$state', 'evaluation'] }, { $ne: ['$event.type', 'deliverReview'] }] },
};

/** What both kinds of items take from elsewhere; the last line of the journal tells when something happened to them last. */
const beside = (kind: DeskKind, stream: string) => [
  key(kind),
  { $set: { stream: { $concat: [`${stream}/`, '$_id'] } } },
  joined('organisations', 'context.organisationId'),
  joined('casework', 'rowId', '_id', 'added', [{ $project: { owner: 1, tags: 1, followers: 1 } }]),
  {
    $lookup: {
      from: 'records',
      localField: 'stream',
      foreignField: 'stream',
      as: 'last',
      let: { state: '$state' },
      pipeline: [{ $match: isToldToday }, { $sort: { seq: -1 } }, { $limit: 1 }, { $project: { at: 1 } }],
    },
  },
];

const takingPart = { state: { $in: ['invited', 'scoring', 'delivered'] } };
const fileStages = [
  ...beside('files', 'applications'),
  { $set: { snapshotId: { $concat: ['$_id', '.', { $toString: '$context.snapshots' }] } } },
  joined('snapshots', 'snapshotId', '_id', 'snapshots', [{ $project: { content: 1 } }]),
  joined('labels', 'context.labelNumber', '_id', 'labels', [{ $project: { state: 1, context: 1 } }]),
  joined('reviews', '_id', 'context.applicationId', 'reviews', [
    { $match: takingPart },
    { $project: { personId: '$context.personId' } },
  ]),
  joined('deskRows', 'rowId', '_id', 'rows', [{ $project: { state: 1, since: 1 } }]),
];
/** What a holder still has to do by its day. */
const owed = (states: readonly string[], also: object = {}) => [
  { $match: { state: { $in: states }, ...also } },
  { $project: { dueAt: '$context.dueAt' } },
];
const labelStages = [
  ...beside('labels', 'labels'),
  joined(
    'surveillances',
    '_id',
    'context.labelNumber',
    'surveillances',
    owed(['due', 'findings', 'overdue']),
  ),
  joined(
    ...(['findings', 'context.applicationId', 'context.applicationId', 'findings'] as const),
    owed(['raised', 'actionProposed', 'actionAccepted', 'escalated'], {
      'context.labelNumber': { $ne: null },
    }),
  ),
];

function rowOfFile(file: ReadFile, since: string | undefined) {
  const { organisations, added, last, snapshots, labels, reviews, rows, ...rest } = file;
  const [organisation] = organisations;
  const [row] = rows;
  if (!organisation) return null;
  const parts = {
    application: withId<Application>(rest),
    organisation: withId<Organisation>(organisation),
    snapshot: snapshots[0] ?? null,
    label: labels[0] ?? null,
    reviewers: reviews.map(({ personId }) => personId),
    added: added[0] ?? {},
    lastAt: last[0]?.at ?? '',
  };
  return fileRow(parts, (state) => since ?? (row?.state === state ? row.since : null));
}

function rowOfLabel({ organisations, added, last, surveillances, findings, ...rest }: ReadLabel) {
  const [organisation] = organisations;
  if (!organisation) return null;
  return labelRow({
    label: withId<Label>(rest),
    organisation: withId<Organisation>(organisation),
    added: added[0] ?? {},
    lastAt: last[0]?.at ?? '',
    owed: [...surveillances, ...findings].map(({ dueAt }) => dueAt),
  });
}
