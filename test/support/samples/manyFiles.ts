import type { Connection } from 'mongoose';
import type { Application, Organisation } from '../../../src/commands/items/items.ts';
import { stagesOnceSent } from '../../../src/policies/stages.ts';
import { withKey } from '../../../src/storage/database/database.ts';
import { starts } from '../../workflow/support/starts.ts';
import { specimen } from './specimen.ts';

const { application: start } = starts;
const item = { revision: 1, head: { seq: 1, hash: 'f'.repeat(64) } };
/** Files of one organisation: it stays with it when there is a fifth. */
const filesEach = 4;

/** Every state of a file that was sent; a tenth is withdrawn, the half of them before it was ever submitted. */
function stateOf(n: number): Pick<Application, 'state' | 'submittedAt'> {
  const submittedAt = new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
  if (n % 20 === 0) return { state: 'withdrawn', submittedAt: null };
  return { state: stagesOnceSent[n % stagesOnceSent.length] ?? 'screening', submittedAt };
}

function fileOf(n: number): Application {
  const id = `A-2026-${String(n).padStart(6, '0')}`;
  const { state, submittedAt } = stateOf(n);
  return {
    ...item,
    ...start,
    id,
    state,
    submittedAt,
    context: { ...start.context, applicationId: id, organisationId: organisationOf(n), snapshots: 1 },
    startedAt: '2026-01-01T00:00:00.000Z',
    moderation: [],
    recommendation: null,
    decisionReason: '',
  };
}

/** The organisation of the nth file. */
export function organisationOf(n: number): string {
  return `O${String(Math.floor(n / filesEach)).padStart(6, '0')}`;
}

/** What a list says of the file as it was sent: its organisation. */
/** What was frozen with a file. */
export function snapshotOf({ id, context: { applicationId, organisationId } }: Application) {
  const { commune } = specimen.organisation;
  const organisation = { id: organisationId, name: `Spécimen ${organisationId}`, commune };
  const nothing = { assessment: { facts: {}, answers: [], offers: [] }, offers: [], evidence: [] };
  return { id: `${id}.1`, applicationId, n: 1, content: { organisation, ...nothing } };
}

/** Writes so many files, the first has number 0, and their organisations, past all rules; gives the files. */
export async function manyFiles(connection: Connection, count: number): Promise<readonly Application[]> {
  const files = Array.from({ length: count }, (_, n) => fileOf(n));
  const ids = [...new Set(files.map(({ context }) => context.organisationId))];
  const organisations = ids.map(
    (id): Organisation => ({
      ...specimen.organisation,
      ...item,
      id,
      name: `Spécimen ${id}`,
      specimen: true,
      formerNames: [],
      mergedInto: null,
    }),
  );
  const collection = (name: string) => connection.collection<{ _id: string }>(name);
  await collection('organisations').insertMany(organisations.map(withKey));
  await collection('snapshots').insertMany(files.map(snapshotOf).map(withKey));
  await collection('applications').insertMany(files.map(withKey));
  return files;
}
