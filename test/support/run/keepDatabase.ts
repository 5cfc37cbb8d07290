import type { Connection, mongo } from 'mongoose';

/** Keeps what a database holds, so that a test brings it back as often as it needs it: what was changed, and nothing else. */
export async function keepDatabase(connection: Connection): Promise<() => Promise<void>> {
  const names = (await connection.listCollections()).map(({ name }) => name);
  const digests = async () => (await digestsOf(connection)).collections;
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

/** One digest for all that a database holds. */
export async function databaseDigest(connection: Connection): Promise<string> {
  return (await digestsOf(connection)).md5;
}

interface Digests {
  readonly collections: Readonly<Record<string, string>>;
  readonly md5: string;
}

async function digestsOf({ db }: Connection): Promise<Digests> {
  if (!db) throw new Error('the database is not open');
  return (await db.command({ dbHash: 1 })) as mongo.BSON.Document & Digests;
}
