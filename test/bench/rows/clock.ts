import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { type TestDatabase, testDatabase } from '../../support/run/server.ts';
import { testService } from '../../support/run/service.ts';
import { bareTransactions } from '../bareTransactions.ts';
import { built } from '../built.ts';
import { dayAfter, writeEndingLabels } from '../endingLabels.ts';
import { untilThen } from '../inProcess.ts';
import type { Row, Side } from '../row.ts';

/** As many at a time as in row 10. */
const lanes = 8;
const usual = 100_000;

/** What the clock makes of a day on which very many labels end. */
export const clock: Row = {
  n: 19,
  product:
    'labels that end, each with its line of the journal, its jobs and its rows of the register, many on one day',
  base: `bare transaction of the driver, ${lanes} at a time, that adds and replaces as many documents of the same sizes`,
  goal: { atLeast: 0.5 },
  cost: 'time',
  open: async ({ labels }) => {
    const database = await testDatabase('bench-clock');
    await writeEndingLabels(database, labels ?? usual);
    const product = await productSide(database);
    await product.side.slice(500);
    const base = await bareTransactions(database, { lanes, ...(await writtenFor(database)) });
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

/** The deadlines of the clock, until a slice is over: from then on nothing is due any more. */
async function productSide({ uri, dbName }: TestDatabase) {
  const { connect } = await built<typeof import('../../../src/storage/database/database.ts')>(
    'storage/database/database.js',
  );
  const { createStore } =
    await built<typeof import('../../../src/storage/createStore.ts')>('storage/createStore.js');
  const { expireDeadlines } = await built<
    typeof import('../../../src/commands/committee/expireDeadlines.ts')
  >('commands/committee/expireDeadlines.js');
  const { handlersOf } =
    await built<typeof import('../../../src/workers/reactions.ts')>('workers/reactions.js');
  const service = await testService('bench-clock-deps');
  const connection = await connect(uri, dbName);
  const store = createStore(connection, handlersOf);
  const side: Side = untilThen(async (until) => {
    const labelsEndedBefore: typeof store.labelsEndedBefore = async (...asked) =>
      performance.now() < until ? store.labelsEndedBefore(...asked) : [];
    const deps = { ...service.deps, store: { ...store, labelsEndedBefore } };
    return expireDeadlines(deps, new Date(dayAfter));
  });
  const close = async () => {
    await connection.close();
    await service.stop();
  };
  return { side, close };
}

/** What was written for one of the labels that ended. */
async function writtenFor({ connection }: TestDatabase) {
  const rows = (name: string) => connection.collection<{ _id: string }>(name);
  const label = requireVisible(await rows('labels').findOne({ state: 'expired' }));
  const line = requireVisible(await rows('records').findOne({ stream: `labels/${label._id}` }));
  const added = await rows('jobs').find({ recordId: line._id }).toArray();
  const found = await Promise.all(
    ['entries', 'searchRows'].map((name) => rows(name).findOne({ _id: label._id })),
  );
  return { document: label, line, more: { added, replaced: found.map(requireVisible) } };
}
