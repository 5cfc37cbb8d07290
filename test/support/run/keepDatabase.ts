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
      const collection = connection.collection(name);
      // Files are large and never change: those that are still there stay.
      const ids = name.startsWith('fs.') ? rows.map(({ _id }) => _id) : [];
      const left = await collection.distinct('_id', { _id: { $in: ids } });
      await collection.deleteMany({ _id: { $nin: left } });
      const known = new Set(left.map(String));
      const gone = rows.filter(({ _id }) => !known.has(String(_id)));
      if (gone.length > 0) await collection.insertMany(gone);
    }
  };
}

/** One text for all that a database holds, another one for anything else; but for some of its collections. */
export async function databaseDigest(
  connection: Connection,
  { except }: { readonly except: readonly string[] },
): Promise<string> {
  const { collections } = await digestsOf(connection);
  return JSON.stringify(Object.entries(collections).filter(([name]) => !except.includes(name)));
}

interface Digests {
  readonly collections: Readonly<Record<string, string>>;
}

/** A digest of each collection of a database. */
export async function digestsOf({ db }: Connection): Promise<Digests> {
  if (!db) throw new Error('the database is not open');
  return (await db.command({ dbHash: 1 })) as mongo.BSON.Document & Digests;
}
