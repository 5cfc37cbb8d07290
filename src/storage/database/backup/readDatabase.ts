import type { KeyObject } from 'node:crypto';
import type { Connection, mongo } from 'mongoose';
import { documentsOf, Sum } from './documents.ts';
import { type BackupFile, type BackupHeader, type BackupManifest, leftOut, partBytes } from './format.ts';
import { sha256Of, signManifest } from './manifestSignature.ts';

interface Options {
  /** Keys and secrets, by their names; null leaves them out. */
  readonly keys: ReadonlyMap<string, Uint8Array> | null;
  readonly publicUrl: string | null;
  /** Public keys that the backup is encrypted to. */
  readonly recipients: readonly string[];
  /** Signs the manifest; null leaves it unsigned. */
  readonly signingKey: KeyObject | null;
  readonly progress: (line: string) => void;
  /** Is called once everything was read. */
  readonly done: (header: BackupHeader, manifest: BackupManifest) => void;
}

/**
 * A database as the files of a backup, all of one instant: what is written meanwhile is not in it. Nothing is held back for longer than
 * the server keeps that instant (`minSnapshotHistoryWindowInSeconds`): a reading that takes longer fails as a whole.
 */
export async function* readDatabase(
  connection: Connection,
  { keys, publicUrl, recipients, signingKey, progress, done }: Options,
): AsyncGenerator<BackupFile> {
  const client = connection.getClient();
  const db = client.db(connection.name);
  const session = client.startSession({ snapshot: true });
  try {
    const names = await namesIn(db);
    if (names.length === 0) throw new Error(nothing(connection.name));
    const at = await instantOf(db, session);
    // A collection that was made in between would be missing without anybody knowing.
    if (String(await namesIn(db)) !== String(names)) throw new Error(changedForm);
    const said = { publicUrl, recipients: [...recipients], keys: keys !== null };
    const header = await headerOf(db, session, { names, at, ...said });
    const before = [
      json('header.json', header),
      ...[...(keys ?? [])].map(([name, bytes]) => ({ name: `keys/${name}`, bytes })),
    ];
    yield* before;
    const files = Object.fromEntries(before.map(({ name, bytes }) => [name, sha256Of(bytes)]));
    const collections: BackupManifest['collections'] = {};
    for (const { name } of header.collections) {
      const sum = new Sum();
      yield* parts(name, documentsOf(db.collection(name), session), sum);
      const total = sum.end();
      collections[name] = total;
      if (total.documents > 0) progress(`${name}: ${total.documents}`);
    }
    const manifest = json('manifest.json', { collections, files } satisfies BackupManifest);
    yield manifest;
    if (signingKey) yield json('signature.json', signManifest(manifest.bytes, signingKey));
    done(header, { collections, files });
  } catch (error) {
    throw explained(error);
  } finally {
    await session.endSession();
  }
}

async function namesIn(db: mongo.Db): Promise<readonly string[]> {
  const listed = await db.listCollections({ type: 'collection' }, { nameOnly: true }).toArray();
  return listed
    .map(({ name }) => name)
    .filter((name) => !leftOut.has(name) && !name.startsWith('system.'))
    .sort();
}

/** The first answer of a session fixes its instant, and tells it. */
async function instantOf(db: mongo.Db, session: mongo.ClientSession): Promise<Date> {
  const { cursor } = await db.command({ find: 'migrations', limit: 1 }, { session });
  const instant = cursor?.atClusterTime as mongo.Timestamp | undefined;
  if (!instant) throw new Error('The server gives no instant: it is not a replica set, or older than 5.0.');
  return new Date(instant.getHighBitsUnsigned() * 1000);
}

async function headerOf(
  db: mongo.Db,
  session: mongo.ClientSession,
  {
    names,
    at,
    ...said
  }: Pick<BackupHeader, 'publicUrl' | 'keys' | 'recipients'> & {
    readonly names: readonly string[];
    readonly at: Date;
  },
): Promise<BackupHeader> {
  const collections = await Promise.all(
    names.map(async (name) => {
      const all = await db.collection(name).indexes();
      return {
        name,
        indexes: all.filter((index) => index.name !== '_id_').map(({ v: _, ...index }) => index),
      };
    }),
  );
  const done = await db
    .collection('migrations')
    .find({}, { session, sort: { _id: 1 } })
    .toArray();
  return {
    type: 'made-in-ess-backup',
    version: 1,
    at: at.toISOString(),
    database: db.databaseName,
    migrations: done.map(({ _id }) => String(_id)).filter((name) => name !== 'lock'),
    collections: collections as BackupHeader['collections'],
    ...said,
  };
}

/** Documents in files of a few megabytes. */
async function* parts(
  collection: string,
  documents: AsyncIterable<Uint8Array>,
  sum: Sum,
): AsyncGenerator<BackupFile> {
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  let n = 0;
  const part = (): BackupFile => {
    n += 1;
    const file = {
      name: `data/${collection}/${String(n).padStart(6, '0')}.bson`,
      bytes: Buffer.concat(waiting),
    };
    waiting = [];
    bytes = 0;
    return file;
  };
  for await (const document of documents) {
    sum.add(document);
    waiting.push(document);
    bytes += document.length;
    if (bytes >= partBytes) yield part();
  }
  if (bytes > 0) yield part();
}

function json(name: string, content: object): BackupFile {
  return { name, bytes: Buffer.from(`${JSON.stringify(content, null, 2)}\n`) };
}

const nothing = (name: string) =>
  `The database ${name} holds nothing: are MONGODB_URI, MONGODB_NAME and DATA_DIR those of the service? No backup was made.`;
const tooLong =
  'The database no longer knows the instant that the backup is of: reading took longer than minSnapshotHistoryWindowInSeconds. ' +
  'Raise it for the time of a backup, or write to a faster place (docs/operation.md#backups).';
const changedForm =
  'Collections or indexes were made while the backup began, as at the start of a new version. Try again once it has started.';

/** What the server says by a number (SnapshotTooOld, SnapshotUnavailable), with what to do. */
function explained(error: unknown): unknown {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  if (code === 239) return new Error(tooLong, { cause: error });
  return code === 246 ? new Error(changedForm, { cause: error }) : error;
}
