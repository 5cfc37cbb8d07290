import type { Connection, mongo } from 'mongoose';
import { deskId } from '../../commands/ports/deskTerms.ts';
import type { Change, Part } from '../../commands/ports/ports.ts';
import type { StoredRow } from './storedRow.ts';

/** The ids of the rows that a commit changes: of files and labels that it writes, that belong to what it writes, or that tell of it. */
export async function touchedRows(
  connection: Connection,
  session: mongo.ClientSession,
  changes: readonly Change[],
  parts: readonly Part[],
): Promise<string[]> {
  const of = (kind: Change['kind']) =>
    changes.flatMap(({ kind: one, after }) => (one === kind ? [after.id] : []));
  const organisations = of('organisations');
  const labels = [...of('labels'), ...labelsOwing(changes)];
  const ids = async (name: string, filter: object) => {
    const found = await connection
      .collection<{ _id: string }>(name)
      .find(filter, { session, projection: { _id: 1 } })
      .toArray();
    return found.map(({ _id }) => _id);
  };
  const theirs = { 'context.organisationId': { $in: organisations } };
  const [ownFiles, ownLabels] =
    organisations.length > 0 ? [await ids('applications', theirs), await ids('labels', theirs)] : [[], []];
  const told = labels.length > 0 ? await filesWith(connection, session, labels) : [];
  const reviewed = changes.flatMap((change) =>
    change.kind === 'reviews' ? [change.after.context.applicationId] : [],
  );
  const frozen = parts.flatMap((part) => (part.kind === 'snapshot' ? [part.snapshot.applicationId] : []));
  const files = [...of('applications'), ...ownFiles, ...told, ...reviewed, ...frozen];
  return [
    ...files.map((id) => deskId('files', id)),
    ...[...labels, ...ownLabels].map((number) => deskId('labels', number)),
    // Named as their rows are.
    ...of('casework'),
  ];
}

/** The labels whose first due day these changes may move. */
function labelsOwing(changes: readonly Change[]): string[] {
  return changes.flatMap((change) => {
    if (change.kind !== 'surveillances' && change.kind !== 'findings') return [];
    const { labelNumber } = change.after.context;
    return labelNumber === null ? [] : [labelNumber];
  });
}

/** The files that tell of the state of these labels. */
async function filesWith(
  connection: Connection,
  session: mongo.ClientSession,
  labels: readonly string[],
): Promise<string[]> {
  const rows = await connection
    .collection<StoredRow>('deskRows')
    .find({ kind: 'files', number: { $in: [...labels] } }, { session, projection: { applicationId: 1 } })
    .toArray();
  return rows.map(({ applicationId }) => applicationId);
}
