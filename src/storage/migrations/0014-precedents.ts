import type { Connection } from 'mongoose';

/** Precedents by what they are looked for, each in the order of time, and by the file whose appeal is upheld. */
export async function precedents(connection: Connection): Promise<void> {
  await connection
    .collection('precedents')
    .createIndexes([
      { key: { criteria: 1, _id: -1 } },
      { key: { criteria: 1, outcome: 1, _id: -1 } },
      { key: { outcome: 1, _id: -1 } },
      { key: { words: 1, _id: -1 } },
      { key: { applicationId: 1, _id: -1 } },
    ]);
}
