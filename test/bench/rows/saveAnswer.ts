import mongoose from 'mongoose';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { SelfAssessment } from '../../../src/commands/items/items.ts';
import type { Asker, Deps } from '../../../src/commands/ports/ports.ts';
import { type TestDatabase, testDatabase } from '../../support/run/server.ts';
import { realScheme } from '../../support/samples/realScheme.ts';
import { built } from '../built.ts';
import { type FullFile, fullFile } from '../fullFile.ts';
import { concurrent } from '../inProcess.ts';
import type { Contest, Row } from '../row.ts';

/** Saves on the way at a time, each in a file of its own: one alone would measure the disk. */
const lanes = 8;

/** What saving one answer costs, with the looks before it, its place in a full file and its line in the journal. */
export const saveAnswer: Row = {
  n: 16,
  product: `one answer saved in a full file, with its line in the journal, ${lanes} files at a time`,
  base: 'bare `updateOne` of the driver on the same answer of the same document, same write concern',
  goal: { atLeast: 0.25 },
  cost: 'time',
  heldBack:
    'a save is a transaction, so that the answer and its line in the journal are kept together or not at all. A bare transaction of two documents takes more than twice the time of a bare update (the bases of rows 10 and 16), and leaves a ratio of about 0.37 at the best.',
  open: async () => {
    const file = await fullFile();
    const database = await testDatabase('bench-save');
    const [base, product] = await Promise.all([baseSide(database, file), productSide(database, file)]);
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

type Part = { readonly side: Contest['product']; close(): Promise<void> };

async function productSide(
  { uri, dbName }: TestDatabase,
  { owner, application, assessment }: FullFile,
): Promise<Part> {
  const { ids } = await built<typeof import('../../../src/boot/ids.ts')>('boot/ids.js');
  const { connect } = await built<typeof import('../../../src/storage/database/database.ts')>(
    'storage/database/database.js',
  );
  const { createStore } =
    await built<typeof import('../../../src/storage/createStore.ts')>('storage/createStore.js');
  const { migrateDatabase } = await built<typeof import('../../../src/storage/database/migrate.ts')>(
    'storage/database/migrate.js',
  );
  const { answerCriterion } = await built<
    typeof import('../../../src/commands/application/selfAssessment/answerCriterion.ts')
  >('commands/application/selfAssessment/answerCriterion.js');
  const connection = await connect(uri, dbName);
  await migrateDatabase(connection);
  const { id: _, ...stored } = application;
  await connection
    .collection<{ _id: string }>('applications')
    .insertMany(lanesOf((_id) => ({ _id, ...stored })));
  await connection
    .collection<{ _id: string }>('selfAssessments')
    .insertMany(lanesOf((_id) => ({ _id, ...copyOf(assessment) })));
  const { organisationId } = application.context;
  const published = realScheme();
  const deps = {
    store: createStore(connection, () => []).seenBy({ only: [organisationId] }),
    ids,
    clock: { now: () => new Date() },
    schemes: new Map([[published.scheme.version, published]]),
  } as unknown as Deps;
  const asker: Asker = owner;
  const answer = requireVisible(assessment.answers[0]);
  // As the page saves: it has read what the answer replaces.
  const kept = lanesOf(() => answer);
  let saves = 0;
  const save = async (lane: number) => {
    saves += 1;
    const before = requireVisible(kept[lane]);
    const typed = { ...answer, comment: `Spécimen ${saves}` };
    await answerCriterion(deps, asker, { applicationId: idOf(lane), offerId: '', answer: typed, before });
    kept[lane] = { ...typed, revision: (before.revision ?? 0) + 1 };
  };
  return { side: concurrent(lanes, save), close: () => connection.close() };
}

async function baseSide({ uri, dbName }: TestDatabase, { assessment }: FullFile): Promise<Part> {
  const client = await new mongoose.mongo.MongoClient(uri, {
    writeConcern: { w: 'majority', journal: true },
  }).connect();
  const files = client.db(dbName).collection<{ _id: string }>('bareFiles');
  await files.insertMany(lanesOf((_id) => ({ _id, ...copyOf(assessment) })));
  let saves = 0;
  const save = async (lane: number) => {
    saves += 1;
    await files.updateOne({ _id: idOf(lane) }, { $set: { 'answers.0.comment': `Spécimen ${saves}` } });
  };
  return { side: concurrent(lanes, save), close: () => client.close() };
}

function copyOf({ applicationId: _, ...copy }: SelfAssessment): Omit<SelfAssessment, 'applicationId'> {
  return copy;
}

function lanesOf<Document>(make: (id: string) => Document): Document[] {
  return Array.from({ length: lanes }, (_, lane) => make(idOf(lane)));
}

function idOf(lane: number): string {
  return `A-2026-${String(lane + 1).padStart(6, '0')}`;
}
