import { setTimeout } from 'node:timers/promises';
import type { Connection, mongo } from 'mongoose';
import { isNew } from './isDuplicate.ts';
import { contractions, expansions, type Migration } from './migrations/migrations.ts';
import { requireNoOlder } from './olderProcesses.ts';

/** How long (ms) a lock holds by itself; who works renews it, and a process that died lets go of it. */
const lockMs = 60_000;
type Row = { _id: string; until?: Date; at?: Date; phase?: Phase };
type Phase = 'expand' | 'contract';
type Done = mongo.Collection<Row>;

/**
 * Brings the database to the shape this program needs, in a way that the version before it can live with; two programs starting at once
 * do it once. Throws where a newer program went further than this one can follow. What only older programs need goes with
 * `contractDatabase`; a new database begins without it.
 */
export async function migrateDatabase(connection: Connection): Promise<void> {
  const done: Done = connection.collection('migrations');
  const rows = await done.find().toArray();
  requireReadable(rows);
  // Asked once without the lock, because nearly every start finds all of them done.
  if (outstanding(expansions, rows).length === 0) return;
  await locked(done, async () => {
    const before = await done.find().toArray();
    const isNewDatabase = !before.some(({ _id }) => isMigration(_id));
    await run(connection, done, 'expand', outstanding(expansions, before));
    if (isNewDatabase) await run(connection, done, 'contract', contractions);
  });
}

/** Takes away what only older programs need; refused while one of them is connected. Gives the names of what was done. */
export async function contractDatabase(connection: Connection): Promise<string[]> {
  const done: Done = connection.collection('migrations');
  const rows = await done.find().toArray();
  requireReadable(rows);
  const names = outstanding(contractions, rows).map(({ name }) => name);
  if (names.length === 0) return [];
  await requireNoOlder(connection);
  await locked(done, async () => {
    await run(connection, done, 'contract', outstanding(contractions, await done.find().toArray()));
  });
  return names;
}

/** What the database is behind this program, and what it holds that this program does not know. */
export async function migrationState(connection: Connection) {
  const rows = await (connection.collection('migrations') as Done).find().toArray();
  return {
    toExpand: outstanding(expansions, rows).map(({ name }) => name),
    toContract: outstanding(contractions, rows).map(({ name }) => name),
    unknown: unknownTo(rows).map(({ _id }) => _id),
  };
}

/** Throws where a backup is of a database that a newer program has changed. */
export function requireKnownMigrations(names: readonly string[]): void {
  const unknown = unknownTo(names.map((_id) => ({ _id })));
  if (unknown.length > 0) throw new Error(tooNew('This backup', unknown));
}

/** Migrations that are still to be run, in their order. */
function outstanding(all: readonly Migration[], rows: readonly Row[]): readonly Migration[] {
  const names = new Set(rows.map(({ _id }) => _id));
  return all.filter(({ name }) => !names.has(name));
}

/** Beside migrations the collection holds what was indexed by the program itself, and locks. */
function isMigration(name: string): boolean {
  return /^\d{4}-/.test(name);
}

function unknownTo(rows: readonly Row[]): readonly Row[] {
  const known = new Set([...expansions, ...contractions].map(({ name }) => name));
  return rows.filter(({ _id }) => isMigration(_id) && !known.has(_id));
}

/** An expansion that is not known was made for the version after this one, and this one can live with it. */
function requireReadable(rows: readonly Row[]): void {
  if (rows.some(({ _id }) => _id === 'restoring'))
    throw new Error(
      'A backup is being restored into this database, or was by half: wait for its end, or restore into another database.',
    );
  const unknown = unknownTo(rows).filter(({ phase }) => phase !== 'expand');
  if (unknown.length > 0) throw new Error(tooNew('The database', unknown));
}

/** The first migration that this program knows: those before it are of versions that it cannot take over from (decision 30). */
const [{ name: firstKnown } = { name: '' }] = expansions;

function tooNew(what: string, unknown: readonly Row[]): string {
  const older = unknown.filter(({ _id }) => _id < firstKnown).map(({ _id }) => _id);
  if (older.length === unknown.length)
    return (
      `${what} is of a version before ${firstKnown} (${older.join(', ')}), from which this one does not go on. ` +
      'Name another database with MONGODB_NAME, or, on a machine of development, delete it (DATA_DIR). Nothing was changed.'
    );
  const names = unknown.map(({ _id, at }) => (at ? `${_id} of ${at.toISOString().slice(0, 10)}` : _id));
  return (
    `${what} was changed by a newer version of the service than this one (${names.join(', ')}), which would misread it. ` +
    'Take that version or a newer one, or restore a backup that this one made. Nothing was changed.'
  );
}

async function run(connection: Connection, done: Done, phase: Phase, migrations: readonly Migration[]) {
  for (const { name, run } of migrations) {
    await run(connection);
    await done.insertOne({ _id: name, at: new Date(), phase });
  }
}

/** Works while no other program migrates. */
async function locked(done: Done, work: () => Promise<void>): Promise<void> {
  while (!(await lock(done))) await setTimeout(200);
  const renewing = setInterval(() => {
    done.updateOne({ _id: 'lock' }, { $set: { until: until() } }).catch(() => undefined);
  }, lockMs / 4).unref();
  try {
    await work();
  } finally {
    clearInterval(renewing);
    await done.deleteOne({ _id: 'lock' });
  }
}

async function lock(done: Done): Promise<boolean> {
  await done.deleteOne({ _id: 'lock', until: { $lte: new Date() } });
  return isNew(done.insertOne({ _id: 'lock', until: until() }));
}

const until = () => new Date(Date.now() + lockMs);
