import type { Connection } from 'mongoose';
import { readWords } from '../../src/cli/seed/readWords.ts';
import { writeFiles } from '../../src/cli/seed/writeFiles.ts';
import { writeSpecimens } from '../../src/cli/seed/writeSpecimens.ts';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import type { Label, Organisation } from '../../src/commands/items/items.ts';
import { dayOf } from '../../src/register/day.ts';
import type { Entry } from '../../src/register/entry.ts';
import { createFileBulk } from '../../src/storage/desk/createFileBulk.ts';
import { labelRow } from '../../src/storage/desk/itemRows.ts';
import type { StoredRow } from '../../src/storage/desk/storedRow.ts';
import { createBulk } from '../../src/storage/register/createBulk.ts';
import { untouchedLabel } from '../../src/workflow/stored.ts';
import { type TestService, testService } from '../support/run/service.ts';

/** A desk full of specimens: files as the command writes them, and a row for each label. */
export async function deskScene(name: string, files: number, labels: number): Promise<TestService> {
  const service = await testService(name);
  const { connection, deps } = service;
  const published = requireVisible([...deps.schemes.values()].at(-1));
  const today = dayOf(deps.clock.now().toISOString());
  const order = { seed: 2013, today, words: readWords(), published, scheme: published.scheme };
  const run = { progress: () => {}, stopped: () => false };
  const { takeNumbers } = createBulk(connection);
  process.stderr.write(`${files} files and ${labels} labels are written …\n`);
  await writeFiles({ ...createFileBulk(connection), takeNumbers }, { ...order, files }, run);
  const addEntries = (entries: readonly Entry[]) => addRows(connection, entries);
  await writeSpecimens({ takeNumbers, addEntries }, { ...order, labels }, run);
  return service;
}

async function addRows(connection: Connection, entries: readonly Entry[]): Promise<void> {
  const rows = entries.map((entry) =>
    labelRow({
      label: labelOf(entry),
      organisation: organisationOf(entry),
      added: {},
      owed: [],
      lastAt: entry.changedAt,
    }),
  );
  await connection.collection<StoredRow>('deskRows').insertMany(rows);
}

/** What a row says of a label. */
function labelOf({ number, state, since, until, offers, history }: Entry): Label {
  const context = {
    ...untouchedLabel,
    applicationId: `A-${number}`,
    standing: 'clean',
    since,
    until,
    dueAt: null,
  };
  const steps = history.map(({ on }) => ({ at: `${on}T09:00:00.000Z` }));
  return { id: number, state, context, offers, history: steps } as unknown as Label;
}

function organisationOf({ organisation }: Entry): Organisation {
  return {
    postcode: '',
    identifier: '',
    website: '',
    ...organisation,
    formerNames: [],
  } as unknown as Organisation;
}
