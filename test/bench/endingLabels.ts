import type { Connection } from 'mongoose';
import type { Label } from '../../src/commands/items/items.ts';
import type { Entry } from '../../src/register/entry.ts';
import { untouchedLabel } from '../../src/workflow/stored.ts';
import { currentVersion } from '../../src/workflow/versions.ts';
import { openWriter } from './seeded.ts';

/** The last day of all of them. */
export const lastDay = '2029-04-30';
/** An instant of the day after. */
export const dayAfter = '2029-05-01T09:00:00.000Z';

const since = '2026-05-01';
const at = '2026-05-01T08:00:00.000Z';
const batch = 1000;

/** Fills an empty database with so many labels that hold until one day, and with their rows of the register. */
export async function writeEndingLabels(
  database: { readonly uri: string; readonly dbName: string },
  labels: number,
) {
  const writer = await openWriter(database);
  process.stderr.write(`${labels} labels are written …\n`);
  await writer.write({ labels, stopped: () => false });
  await writeLabels(writer.connection);
  await writer.close();
}

async function writeLabels(connection: Connection): Promise<void> {
  const entries = connection.collection<Omit<Entry, 'number'> & { _id: string }>('entries');
  const labels = connection.collection<Omit<Label, 'id'> & { _id: string }>('labels');
  const held = {
    state: 'active' as const,
    standing: 'clean' as const,
    since,
    until: lastDay,
    history: [{ state: 'active' as const, on: since }],
  };
  await entries.updateMany({}, { $set: held });
  const rows: (Omit<Label, 'id'> & { _id: string })[] = [];
  for await (const { _id, organisation, language, offers } of entries.find()) {
    rows.push(labelOf({ number: _id, organisationId: organisation.id, language, offers }));
    if (rows.length === batch) await labels.insertMany(rows.splice(0), { ordered: false });
  }
  if (rows.length > 0) await labels.insertMany(rows, { ordered: false });
}

function labelOf({
  number,
  organisationId,
  language,
  offers,
}: Pick<Entry, 'number' | 'language' | 'offers'> & { readonly organisationId: string }) {
  return {
    _id: number,
    revision: 1,
    head: { seq: 1, hash: '0'.repeat(64) },
    machineVersion: currentVersion.label,
    state: 'active' as const,
    context: {
      number,
      applicationId: 'A-2026-999999',
      organisationId,
      standing: 'clean' as const,
      revision: 1,
      certificate: '0'.repeat(64),
      since,
      until: lastDay,
      successor: null,
      dueAt: null,
      ...untouchedLabel,
    },
    language,
    offers,
    history: [{ state: 'active' as const, at }],
  };
}
