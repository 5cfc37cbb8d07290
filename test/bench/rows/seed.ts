import { type TestDatabase, testDatabase } from '../../support/run/server.ts';
import { untilThen } from '../inProcess.ts';
import type { Row } from '../row.ts';
import { openWriter } from '../seeded.ts';

type Document = { _id: string };

const batchSize = 1000;
/** Rows that the base writes again and again. */
const sample = 5000;

/** What it costs to think up specimens, beside writing them. */
export const seed: Row = {
  n: 18,
  product: 'specimens thought up and added to the register, in batches that are whole or absent',
  base: 'bare `insertMany` of the same documents, in batches of the same size, with the same indexes',
  goal: { atLeast: 0.5 },
  cost: 'time',
  heldBack:
    'each label brings a term of its own, that of its site: it is made known before the transaction and counted in it, two writes that the base has not. Before labels named sites the ratio was 0.70.',
  open: async () => {
    const database = await testDatabase('bench-seed');
    const writer = await openWriter(database);
    await writer.write({ labels: sample, stopped: () => false });
    return {
      base: await bareSide(database, writer.connection),
      product: untilThen(async (until) => {
        const stopped = () => performance.now() >= until;
        return writer.write({ labels: 1_000_000, stopped });
      }),
      close: async () => {
        await writer.close();
        await database.drop();
      },
    };
  },
};

/** Over the product's own connection, so that both wait for the same acknowledgement. */
async function bareSide({ connection: plain }: TestDatabase, connection: TestDatabase['connection']) {
  const copies = await Promise.all(
    ['entries', 'searchRows'].map(async (name) => {
      const documents = await plain.collection<Document>(name).find().toArray();
      const indexes = await plain.collection(name).indexes();
      const bare = connection.collection<Document>(`bare.${name}`);
      const own = indexes.filter((index) => index.name !== '_id_').map(({ v: _, ...index }) => index);
      if (own.length > 0) await bare.createIndexes(own);
      return { documents, bare };
    }),
  );
  let written = 0;
  return untilThen(async (until) => {
    const before = written;
    for (; performance.now() < until; written += batchSize) {
      for (const { documents, bare } of copies) {
        const start = written % sample;
        const batch = documents.slice(start, start + batchSize);
        for (const [i, document] of batch.entries()) document._id = String(written + i).padStart(14, '0');
        await bare.insertMany(batch, { ordered: false });
      }
    }
    return written - before;
  });
}
