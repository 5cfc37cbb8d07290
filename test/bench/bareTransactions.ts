import mongoose from 'mongoose';
import type { TestDatabase } from '../support/run/server.ts';
import { concurrent } from './inProcess.ts';

type Document = Readonly<Record<string, unknown>>;

/** What one transaction writes. */
interface Written {
  readonly document: Document;
  readonly line: Document;
  /** More documents that are added or replaced, each of them by one command. */
  readonly more?: { readonly added: readonly Document[]; readonly replaced: readonly Document[] };
}

/** Bare transactions of the driver, so many at a time: a line added, a document of the same size replaced, and what else is said. */
export async function bareTransactions(
  { uri, dbName }: Pick<TestDatabase, 'uri' | 'dbName'>,
  { lanes, document, line, more }: Written & { readonly lanes: number },
) {
  const client = await new mongoose.mongo.MongoClient(uri, {
    writeConcern: { w: 'majority', journal: true },
    readConcern: { level: 'majority' },
  }).connect();
  const database = client.db(dbName);
  const lines = database.collection('bareLines');
  const documents = database.collection<{ _id: string }>('bareDocuments');
  const [kept, written] = [withoutId(document), withoutId(line)];
  const added = more?.added.map(withoutId) ?? [];
  const replaced = more?.replaced.map(withoutId) ?? [];
  const rows = (lane: number) => replaced.map((row, i) => ({ _id: `${lane} ${i}`, row }));
  for (let lane = 0; lane < lanes; lane += 1) {
    const others = rows(lane).map(({ _id, row }) => ({ _id, ...row }));
    await documents.insertMany([{ _id: String(lane), ...kept }, ...others]);
  }
  const replace = async (lane: number) => {
    const session = client.startSession();
    try {
      await session.withTransaction(async () => {
        await lines.insertOne({ ...written }, { session });
        await documents.replaceOne({ _id: String(lane) }, { ...kept }, { session });
        if (added.length > 0)
          await lines.insertMany(
            added.map((one) => ({ ...one })),
            { session },
          );
        const writes = rows(lane).map(({ _id, row }) => ({
          replaceOne: { filter: { _id }, replacement: row },
        }));
        if (writes.length > 0) await documents.bulkWrite(writes, { session });
      });
    } finally {
      await session.endSession();
    }
  };
  return { side: concurrent(lanes, replace), close: () => client.close() };
}

function withoutId({ id: _, _id: __, ...rest }: Document): Document {
  return rest;
}
