import mongoose, { type Connection, type mongo } from 'mongoose';

/** What no schedule and no job needs: ways in, what limits count, letters, leases, the public log, which other keys would go on with; and files, whose bytes nothing of theirs reads. */
const left = new Set([
  ...['sessions', 'keptUploads', 'signIns', 'passkeys', 'passkeyOffers', 'providerLinks'],
  ...[
    'limits',
    'mails',
    'sentLetters',
    'leases',
    'fs.files',
    'fs.chunks',
    'webhookQueues',
    'webhookDeliveries',
    ...['walletOffers', 'walletSignings', 'walletRequests'],
    'logHeads',
    'logEntries',
    'logKeys',
    'logTiles',
  ],
]);
const batch = 1000;

/**
 * Copies what the clock works on from one database into an empty one, with its indexes, as it is at one instant. Of the first it only
 * reads; refused where both are on one server, so that no mistake can write to what is copied.
 */
export async function copyDatabase(
  { uri, dbName }: { readonly uri: string; readonly dbName: string },
  to: Connection,
  progress: (line: string) => void,
): Promise<void> {
  const from = await mongoose
    .createConnection(uri, { dbName, autoIndex: false, autoCreate: false })
    .asPromise();
  try {
    await copy(from, to, progress);
  } finally {
    await from.close();
  }
}

async function copy(from: Connection, to: Connection, progress: (line: string) => void): Promise<void> {
  if ((await serverOf(from)) === (await serverOf(to))) {
    throw new Error('The copy would lie on the server of the original: nothing was copied, nothing changed.');
  }
  const client = from.getClient();
  const session = client.startSession({ snapshot: true });
  try {
    const source = client.db(from.name);
    const names = (await source.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
    for (const name of names.filter((one) => !left.has(one) && !one.startsWith('system.'))) {
      const copied = await copyRows(source.collection(name), to.collection(name), session);
      const own = (await source.collection(name).indexes()).filter((index) => index.name !== '_id_');
      if (own.length > 0) await to.collection(name).createIndexes(own.map(({ v: _, ...index }) => index));
      if (copied > 0) progress(`${name}: ${copied} copied`);
    }
  } finally {
    await session.endSession();
  }
}

async function copyRows(
  from: mongo.Collection,
  to: Connection['collection'] extends (name: string) => infer C ? C : never,
  session: mongo.ClientSession,
): Promise<number> {
  let copied = 0;
  let rows: mongo.Document[] = [];
  const write = async () => {
    if (rows.length > 0)
      await to.insertMany(rows, { ordered: false, writeConcern: { w: 1, journal: false } });
    copied += rows.length;
    rows = [];
  };
  for await (const row of from.find({}, { session, batchSize: batch })) {
    rows.push(row);
    if (rows.length === batch) await write();
  }
  await write();
  return copied;
}

/** Which process answers, whatever it is called. */
async function serverOf(connection: Connection): Promise<string> {
  const { topologyVersion, me } = await connection.getClient().db('admin').command({ hello: 1 });
  return String(topologyVersion?.processId ?? me);
}
