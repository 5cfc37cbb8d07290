import mongoose from 'mongoose';
import type { TestDatabase } from '../support/run/server.ts';
import { concurrent } from './inProcess.ts';

type Document = Readonly<Record<string, unknown>>;

/** Bare transactions of the driver, so many at a time: a line added, a document of the same size replaced. */
export async function bareTransactions(
  { uri, dbName }: Pick<TestDatabase, 'uri' | 'dbName'>,
  { lanes, document, line }: { readonly lanes: number; readonly document: Document; readonly line: Document },
) {
  const client = await new mongoose.mongo.MongoClient(uri, {
    writeConcern: { w: 'majority', journal: true },
    readConcern: { level: 'majority' },
  }).connect();
  const database = client.db(dbName);
  const lines = database.collection('bareLines');
  const documents = database.collection<{ _id: string }>('bareDocuments');
  const { id: _, ...kept } = document;
  const { id: __, ...written } = line;
  await documents.insertMany(Array.from({ length: lanes }, (_, lane) => ({ _id: String(lane), ...kept })));
  const replace = async (lane: number) => {
    const session = client.startSession();
    try {
      await session.withTransaction(async () => {
        await lines.insertOne({ ...written }, { session });
        await documents.replaceOne({ _id: String(lane) }, { ...kept }, { session });
      });
    } finally {
      await session.endSession();
    }
  };
  return { side: concurrent(lanes, replace), close: () => client.close() };
}
