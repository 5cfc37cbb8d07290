import type { Connection } from 'mongoose';
import { ulid } from 'ulid';
import type { FileBulk, FilledFile } from '../../commands/ports/bulk.ts';
import { deskId } from '../../commands/ports/deskTerms.ts';
import { chain, genesis, type JournalRecord } from '../../workflow/record.ts';
import { withKey } from '../database/database.ts';
import { inTransaction } from '../database/inTransaction.ts';
import { refreshDeskRows } from './refreshDeskRows.ts';

/** The desk of a database, to be filled. */
export function createFileBulk(connection: Connection): FileBulk {
  const on = (name: string) => connection.collection<{ _id: string }>(name);
  return {
    addFiles: async (files) => {
      await inTransaction(connection, async (session) => {
        const insert = (name: string, rows: readonly { readonly _id: string }[]) =>
          on(name).insertMany([...rows], { session, ordered: false });
        for (const kind of ['organisations', 'people', 'applications'] as const) {
          const chains = files.map((file) => linesOf(kind, file));
          await insert('records', chains.flat().map(withKey));
          await insert(
            kind,
            files.map((file, n) => ({ ...withKey(itemOf(kind, file)), ...headOf(chains[n]) })),
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

/** The lines of an item: of a file, with what happened to it after it was sent. */
function linesOf(kind: 'organisations' | 'people' | 'applications', file: FilledFile) {
  const lines = [firstLine(kind, file)];
  for (const { event, facts } of kind === 'applications' ? file.later : []) {
    const { hash: previous = genesis, stream = '', seq = 0 } = lines.at(-1) ?? {};
    const { at, actor } = event;
    lines.push(chain({ id: ulid(), stream, seq: seq + 1, at, actor, event, facts, data: {}, previous }));
  }
  return lines;
}

function firstLine(kind: 'organisations' | 'people' | 'applications', file: FilledFile): JournalRecord {
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
    data: kind === 'applications' ? { stored: file.begun } : {},
    previous: genesis,
  });
}

function headOf(lines: readonly JournalRecord[] = []) {
  const { seq = 0, hash = genesis } = lines.at(-1) ?? {};
  return { revision: seq, head: { seq, hash } };
}
