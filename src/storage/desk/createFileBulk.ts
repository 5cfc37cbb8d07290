import type { Connection } from 'mongoose';
import { ulid } from 'ulid';
import type { FileBulk, FilledFile } from '../../commands/ports/bulk.ts';
import { deskId } from '../../commands/ports/deskTerms.ts';
import { chain, genesis } from '../../workflow/record.ts';
import { withKey } from '../database/database.ts';
import { refreshDeskRows } from './refreshDeskRows.ts';

/** The desk of a database, to be filled. */
export function createFileBulk(connection: Connection): FileBulk {
  const on = (name: string) => connection.collection<{ _id: string }>(name);
  return {
    addFiles: async (files) => {
      await connection.transaction(async (session) => {
        const insert = (name: string, rows: readonly { readonly _id: string }[]) =>
          on(name).insertMany([...rows], { session, ordered: false });
        for (const kind of ['organisations', 'people', 'applications'] as const) {
          const lines = files.map((file) => firstLine(kind, file));
          await insert('records', lines.map(withKey));
          await insert(
            kind,
            files.map((file, n) => ({ ...withKey(itemOf(kind, file)), revision: 1, head: headOf(lines[n]) })),
          );
        }
        const snapshots = files.map(({ snapshot }) => ({
          _id: `${snapshot.applicationId}.${snapshot.n}`,
          ...snapshot,
        }));
        await insert('snapshots', snapshots);
        const ids = files.map(({ application }) => deskId('files', application.id));
        await refreshDeskRows(connection, session, ids);
      });
    },
  };
}

/** What the gate of a submission finds of a file that nothing is missing in. */
const gate = {
  ...{ unanswered: 0, naContradicted: 0, naUnexplained: 0, mandatoryUnmet: 0, floorsMissed: 0 },
  ...{ evidenceMissing: 0, versionOpen: true, otherOpenApplication: false, rulesAccepted: true },
  ...{ exclusionsSigned: true, exclusionsDeclared: 0 },
};

function itemOf(kind: 'organisations' | 'people' | 'applications', file: FilledFile) {
  if (kind === 'applications') return file.application;
  return kind === 'people' ? file.owner : file.organisation;
}

function firstLine(kind: 'organisations' | 'people' | 'applications', file: FilledFile) {
  const { at, digest, criteriaVersion } = file.snapshot;
  const actor = { id: 'system', roles: ['system'] } as const;
  const submit = { type: 'submit', at, actor, gate, digest, criteriaVersion } as const;
  return chain({
    id: ulid(),
    stream: `${kind}/${itemOf(kind, file).id}`,
    seq: 1,
    at,
    actor,
    event: kind === 'applications' ? submit : null,
    facts: [],
    data: kind === 'applications' ? { stored: storedOf(file) } : {},
    previous: genesis,
  });
}

/** The state that a file begins with: its journal tells nothing before. */
function storedOf({ application: { machineVersion, state, context } }: FilledFile) {
  return { machineVersion, state, context };
}

function headOf(line: ReturnType<typeof firstLine> | undefined) {
  return { seq: line?.seq ?? 0, hash: line?.hash ?? genesis };
}
