import { setTimeout } from 'node:timers/promises';
import type mongoose from 'mongoose';
import type { Connection } from 'mongoose';
import { isNew } from './isDuplicate.ts';
import { baseline } from './migrations/0023-baseline.ts';
import { rolesProposals } from './migrations/0024-roles-proposals.ts';
import { duties } from './migrations/0025-duties.ts';
import { recusals } from './migrations/0026-recusals.ts';
import { complaintsOfOrganisations } from './migrations/0027-complaints-of-organisations.ts';

/** Forward only, in this order, each once (docs/design/architecture.md#migrations). */
const migrations = [
  { name: '0023-baseline', run: baseline },
  { name: '0024-roles-proposals', run: rolesProposals },
  { name: '0025-duties', run: duties },
  { name: '0026-recusals', run: recusals },
  { name: '0027-complaints-of-organisations', run: complaintsOfOrganisations },
];

const lockMs = 60_000;

type Done = mongoose.mongo.Collection<{ _id: string; until?: Date; at?: Date }>;

/** Brings the database to the shape this program needs; two programs starting at once do it once. */
export async function migrateDatabase(connection: Connection): Promise<void> {
  const done: Done = connection.collection('migrations');
  // Asked once without the lock, because nearly every start finds all of them done.
  if ((await outstanding(done)).length === 0) return;
  while (!(await lock(done))) await setTimeout(200);
  try {
    for (const { name, run } of await outstanding(done)) {
      await run(connection);
      await done.insertOne({ _id: name, at: new Date() });
    }
  } finally {
    await done.deleteOne({ _id: 'lock' });
  }
}

/** The migrations that are still to be run, in their order. */
async function outstanding(done: Done): Promise<typeof migrations> {
  const names = new Set((await done.find().toArray()).map(({ _id }) => _id));
  return migrations.filter(({ name }) => !names.has(name));
}

async function lock(done: Done): Promise<boolean> {
  const now = new Date();
  await done.deleteOne({ _id: 'lock', until: { $lte: now } });
  return isNew(done.insertOne({ _id: 'lock', until: new Date(now.getTime() + lockMs) }));
}
