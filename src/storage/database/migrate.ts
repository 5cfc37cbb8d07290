import { setTimeout } from 'node:timers/promises';
import type { Connection, mongo } from 'mongoose';
import { isNew } from './isDuplicate.ts';
import { baseline } from './migrations/0023-baseline.ts';
import { applicationScope } from './migrations/0041-application-scope.ts';
import { complaintsAsItems } from './migrations/0047-complaints-as-items.ts';
import { mailLog } from './migrations/0070-mail-log.ts';
import { addedIndexes, createIndexes } from './migrations/addedIndexes.ts';

/** Forward only, in this order, each once (docs/design/architecture.md#migrations). */
const migrations = [
  { name: '0023-baseline', run: baseline },
  ...Object.entries(addedIndexes).map(([name, indexes]) => ({
    name,
    run: (connection: Connection) => createIndexes(connection, indexes),
  })),
  { name: '0041-application-scope', run: applicationScope },
  { name: '0047-complaints-as-items', run: complaintsAsItems },
  { name: '0070-mail-log', run: mailLog },
];

const lockMs = 60_000;
type Done = mongo.Collection<{ _id: string; until?: Date; at?: Date }>;

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
