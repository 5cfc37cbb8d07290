import type { Connection } from 'mongoose';

/** Keeps what a database holds, so that a test brings it back as often as it needs it: what was changed, and nothing else. */
export async function keepDatabase(connection: Connection): Promise<() => Promise<void>> {
  const names = (await connection.listCollections()).map(({ name }) => name);
  const digests = async (): Promise<Readonly<Record<string, string>>> => {
    const { collections } = (await connection.db?.command({ dbHash: 1 })) ?? {};
    return collections;
  };
  const kept = await Promise.all(
    names.map(async (name) => ({ name, rows: await connection.collection(name).find().toArray() })),
  );
  const before = await digests();
  return async () => {
    const now = await digests();
    for (const name of Object.keys(now).filter((one) => !names.includes(one)))
      await connection.dropCollection(name);
    for (const { name, rows } of kept.filter((one) => now[one.name] !== before[one.name])) {
      await connection.collection(name).deleteMany({});
      if (rows.length > 0) await connection.collection(name).insertMany(rows);
    }
  };
}
