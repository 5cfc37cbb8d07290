import { testFolder } from '../../support/run/folders.ts';
import { testDatabase } from '../../support/run/server.ts';
import { allSchemes } from '../../support/samples/realScheme.ts';
import { bareTransactions } from '../bareTransactions.ts';
import { built } from '../built.ts';
import { childServer } from '../childServer.ts';
import { httpSide } from '../httpSide.ts';
import { concurrent } from '../inProcess.ts';
import { startLoad } from '../load.ts';
import { productServer } from '../productServer.ts';
import type { Row } from '../row.ts';

/** What is said of a label, as far as the log goes. */
const statementOf = (n: number) => ({
  number: `MIE-26-${String(n).padStart(6, '0')}-X`,
  revision: 1,
  state: 'active',
  standing: 'clean',
  organisation: `Boulangerie Spécimen ${n}, coopérative`,
  offers: [`Pain au levain de blé genevois ${n}`, `Ateliers de boulangerie pour écoles ${n}`],
  since: '2026-11-01',
  until: '2029-10-31',
  criteria: '1.1.0',
  credential: `https://label.example/credentials/MIE-26-${n}/1`,
  salt: 'u8Q0s3dY7kPzW1nGxR5vLbT2jCfM9hEau8Q0s3dY7kP',
});

/** What the public log adds to the cost of an issue: 1 ms of processor time at most, which is four times the base. */
export const loggedIssue: Row = {
  n: 27,
  product:
    'what a certificate says entered in the public log: its place, a head signed for it, and its proof',
  base: 'bare transaction of the driver: a document of the same size added, one replaced',
  goal: { atMost: 4 },
  cost: 'cpu',
  heldBack:
    'an entry that comes alone takes eleven commands of the driver, three of them in a transaction, some 0.1 ms of processor time each whatever they do, and two questions to the thread that holds the key. Hashes, tree, signature and proof take little beside them. Entries that wait together share all but two of the commands. Before the head was read once and handed on it took sixteen.',
  open: async () => {
    const database = await testDatabase('bench-log');
    const product = await openLog(database);
    const { entered } = await built<typeof import('../../../src/commands/transparency/entered.ts')>(
      'commands/transparency/entered.js',
    );
    let n = 0;
    const enter = async () => {
      n += 1;
      const statement = statementOf(n);
      await entered(product.deps, { source: `bench/${n}`, type: 'issued', statement });
    };
    const document = { entry: 'x'.repeat(200), statement: JSON.stringify(statementOf(1)) };
    const base = await bareTransactions(database, { lanes: 1, document, line: document });
    return {
      base: base.side,
      product: concurrent(1, enter),
      close: async () => {
        await Promise.all([product.close(), base.close()]);
        await database.drop();
      },
    };
  },
};

/** What the software of others costs that reads the log. */
export const logTile: Row = {
  n: 28,
  product: 'tile of the public log, 8 KB',
  base: 'font of 9 KB, a file in the memory of the same program',
  goal: { atLeast: 0.9 },
  // The program that asks does not keep up with either.
  cost: 'cpu',
  open: async () => {
    const database = await testDatabase('bench-tile');
    const log = await openLog(database);
    const { growLog } = await built<typeof import('../../../src/commands/transparency/growLog.ts')>(
      'commands/transparency/growLog.js',
    );
    const entering = Array.from({ length: 256 }, (_, n) => ({
      source: `bench/${n}`,
      type: 'issued' as const,
      statement: statementOf(n),
    }));
    await log.deps.store.enterInLog(...entering);
    await growLog(log.deps);
    await log.close();
    const [product, base] = [
      await childServer(productServer(database)),
      await childServer(productServer(database)),
    ];
    const load = startLoad();
    return {
      base: httpSide(base, '/assets/fonts/sans-regular.woff2', load),
      product: httpSide(product, '/log/tile/0/000', load),
      close: async () => {
        load.stop();
        await Promise.all([base.stop(), product.stop()]);
        await database.drop();
      },
    };
  },
};

/** A log over a database, with a key of its own that a thread of its own holds, as in service. */
async function openLog({ uri, dbName }: { readonly uri: string; readonly dbName: string }) {
  const { connect } = await built<typeof import('../../../src/storage/database/database.ts')>(
    'storage/database/database.js',
  );
  const { createStore } =
    await built<typeof import('../../../src/storage/createStore.ts')>('storage/createStore.js');
  const { migrateDatabase } = await built<typeof import('../../../src/storage/database/migrate.ts')>(
    'storage/database/migrate.js',
  );
  const { issueInThread } =
    await built<typeof import('../../../src/issuing/issueInThread.ts')>('issuing/issueInThread.js');
  const connection = await connect(uri, dbName);
  await migrateDatabase(connection);
  const publicUrl = 'https://label.example';
  return {
    deps: {
      store: createStore(connection, () => []),
      issuing: issueInThread({ folder: await testFolder(), publicUrl, make: true }),
      clock: { now: () => new Date() },
      schemes: allSchemes(),
      publicUrl,
      specimen: true,
    },
    close: () => connection.close(),
  };
}
