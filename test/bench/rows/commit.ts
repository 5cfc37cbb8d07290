import type { JournalRecord } from '../../../src/workflow/record.ts';
import { type TestDatabase, testDatabase } from '../../support/run/server.ts';
import { bareTransactions } from '../bareTransactions.ts';
import { built } from '../built.ts';
import { type Decidable, decidable } from '../decidable.ts';
import { concurrent } from '../inProcess.ts';
import type { Contest, Row } from '../row.ts';

/** Calls on the way at a time, each on a file of its own: one alone would measure the disk. */
const lanes = 8;

/** What one decision costs from the loaded file to its place on disk. */
export const commit: Row = {
  n: 10,
  product: `a decision taken and committed, ${lanes} files at a time`,
  base: 'bare transaction of the driver: a line added, a document of the same size replaced',
  goal: { atLeast: 0.6 },
  cost: 'time',
  heldBack:
    'a commit also writes the row of its file in the lists of the desk. What that is made of is read from seven collections by one question in the transaction, which takes the database a third of its processor time for a commit (0.57 of 1.78 ms); reading and writing the row are two round trips more than the three of the base. Before there were such rows the ratio was 0.56.',
  open: async () => {
    const file = await decidable();
    const database = await testDatabase('bench-commit');
    const product = await productSide(database, file);
    const [document, line] = [{ ...file.application }, { ...(await product.line()) }];
    const base = await bareTransactions(database, { lanes, document, line });
    return {
      base: base.side,
      product: product.side,
      close: async () => {
        await Promise.all([product.close(), base.close()]);
        await database.drop();
      },
    };
  },
};

type ProductSide = {
  readonly side: Contest['product'];
  /** A line of the journal as the product wrote it. */
  line(): Promise<JournalRecord>;
  close(): Promise<void>;
};

/** The same decision again and again: each time the file is taken to lie before the committee still. */
async function productSide(
  { uri, dbName }: TestDatabase,
  { application, organisation, snapshot, event }: Decidable,
): Promise<ProductSide> {
  const { connect } = await built<typeof import('../../../src/storage/database/database.ts')>(
    'storage/database/database.js',
  );
  const { createStore } =
    await built<typeof import('../../../src/storage/createStore.ts')>('storage/createStore.js');
  const { migrateDatabase } = await built<typeof import('../../../src/storage/database/migrate.ts')>(
    'storage/database/migrate.js',
  );
  const { applyToApplication } = await built<typeof import('../../../src/commands/common/applyEvent.ts')>(
    'commands/common/applyEvent.js',
  );
  const { ids } = await built<typeof import('../../../src/boot/ids.ts')>('boot/ids.js');
  const { asAsked } =
    await built<typeof import('../../../src/commands/common/actor.ts')>('commands/common/actor.js');
  const { handlersOf } =
    await built<typeof import('../../../src/workers/reactions.ts')>('workers/reactions.js');
  const connection = await connect(uri, dbName);
  await migrateDatabase(connection);
  const store = createStore(connection, handlersOf);

  const files = Array.from({ length: lanes }, (_, lane) => ({ ...application, id: idOf(lane) }));
  const keyed = files.map(({ id, ...rest }) => ({ _id: id, ...rest }));
  const rows = (name: string) => connection.collection<{ _id: string }>(name);
  await rows('applications').insertMany(keyed);
  const { id: organisationId, ...registered } = organisation;
  await rows('organisations').insertOne({ _id: organisationId, ...registered });
  const sent = files.map(({ id }) => ({ ...snapshot, _id: `${id}.${snapshot.n}`, applicationId: id }));
  await rows('snapshots').insertMany(sent);
  const decide = async (lane: number) => {
    const before = files[lane];
    if (!before) throw new Error(`no file in lane ${lane}`);
    const decided = { ...event, actor: asAsked(event.actor) };
    await store.commit([applyToApplication({ ids }, before, decided, { decisionReason: event.reason })]);
    // The end of the chain is not read back: a hash of the right length costs a commit the same.
    const head = { ...before.head, seq: before.head.seq + 1 };
    files[lane] = { ...before, revision: before.revision + 1, head };
  };
  return {
    side: concurrent(lanes, decide),
    line: async () => {
      await decide(0);
      const [line] = await store.records(`applications/${idOf(0)}`);
      if (!line) throw new Error('the commit left no line');
      return line;
    },
    close: () => connection.close(),
  };
}

function idOf(lane: number): string {
  return `A-2026-${String(lane + 1).padStart(6, '0')}`;
}
