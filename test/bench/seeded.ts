import { type TestDatabase, testDatabase } from '../support/run/server.ts';
import { built } from './built.ts';

/** A database whose register is full of specimens. */
export interface Seeded extends TestDatabase {
  /** Pages of its labels in French, in an order that says nothing of when they were written. */
  readonly paths: readonly string[];
}

/** Specimens that are the same each time, whatever the day. */
const specimenSeed = { seed: 2013, today: '2026-11-24' } as const;

/** Fills a database of its own with so many labels, by the product's own means. */
export async function seeded(name: string, labels: number): Promise<Seeded> {
  const database = await testDatabase(`bench-${name}`);
  const { write, close } = await openWriter(database);
  process.stderr.write(`${labels} labels are written …\n`);
  await write({ labels, stopped: () => false });
  await close();
  const rows = database.connection
    .collection<{ _id: string }>('entries')
    .find({}, { projection: { _id: 1 } });
  const numbers = (await rows.toArray()).map(({ _id }) => _id);
  return { ...database, paths: scattered(numbers).map((number) => `/fr/labels/${number}`) };
}

/** How specimens get into a database: the compiled command without its command line. */
export async function openWriter({ uri, dbName }: Pick<TestDatabase, 'uri' | 'dbName'>) {
  const { connect } = await built<typeof import('../../src/storage/database/database.ts')>(
    'storage/database/database.js',
  );
  const { migrateDatabase } = await built<typeof import('../../src/storage/database/migrate.ts')>(
    'storage/database/migrate.js',
  );
  const { createBulk } = await built<typeof import('../../src/storage/register/createBulk.ts')>(
    'storage/register/createBulk.js',
  );
  const { loadSchemes } = await built<typeof import('../../src/boot/loadSchemes.ts')>('boot/loadSchemes.js');
  const { readWords } =
    await built<typeof import('../../src/cli/seed/readWords.ts')>('cli/seed/readWords.js');
  const { writeSpecimens } = await built<typeof import('../../src/cli/seed/writeSpecimens.ts')>(
    'cli/seed/writeSpecimens.js',
  );
  const [published] = (await loadSchemes()).values();
  if (!published) throw new Error('criteria/ holds no version');
  const { scheme } = published;
  const words = readWords();
  const connection = await connect(uri, dbName);
  await migrateDatabase(connection);
  const bulk = createBulk(connection);
  return {
    connection,
    write: ({ labels, stopped }: { labels: number; stopped(): boolean }): Promise<number> =>
      writeSpecimens(bulk, { ...specimenSeed, labels, scheme, words }, { progress: () => {}, stopped }),
    close: () => connection.close(),
  };
}

/** Each once, far from its neighbours: a step that has no factor in common with the length goes round all of them. */
function scattered(numbers: readonly string[]): string[] {
  const step = 7_368_787;
  if (numbers.length % step === 0) throw new Error('this many labels cannot be scattered');
  return numbers.map((_, i) => numbers[(i * step) % numbers.length] ?? '');
}
