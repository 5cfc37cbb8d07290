import type { Connection, mongo } from 'mongoose';
import type * as z from 'zod';
import { documentsIn, restoring, Sum } from './documents.ts';
import {
  type BackupFile,
  type BackupHeader,
  type BackupManifest,
  type BackupSignature,
  backupHeader,
  backupManifest,
  backupSignature,
  dataFile,
  keyFile,
} from './format.ts';
import { insertDocuments } from './insertDocuments.ts';
import { sha256Of } from './manifestSignature.ts';

interface Options {
  /** Throws where this program can do nothing with such a backup; asked before anything is written. */
  readonly accept: (header: BackupHeader) => void;
  readonly progress: (line: string) => void;
  /** Leaves out the indexes by which the server removes what has an end: what is looked at later is still there. */
  readonly keepEnded?: boolean | undefined;
}

/** Files of keys that are kept in memory; an installation has one or two for each year. */
const maxKeys = 200;

/** What was loaded. */
export interface Loaded {
  readonly header: BackupHeader;
  readonly manifest: BackupManifest;
  /** The bytes of the manifest, and what was signed of them; null where nothing was. */
  readonly manifestBytes: Uint8Array;
  readonly signature: BackupSignature | null;
  /** Keys and secrets, by their names. */
  readonly keys: ReadonlyMap<string, Uint8Array>;
}

/**
 * Loads the files of a backup into an empty database, and makes the indexes that it had. What comes to the end is whole: counts and
 * digests are those of the backup. Whatever stops it leaves the database as empty as it was, and until the end no service starts on it.
 */
export async function loadDatabase(
  connection: Connection,
  files: AsyncIterable<BackupFile>,
  options: Options,
): Promise<Loaded> {
  const db = connection.getClient().db(connection.name);
  const there = await db.listCollections({}, { nameOnly: true }).toArray();
  if (there.length > 0) {
    throw new Error(
      `The database ${connection.name} is not empty (${there.length} collections): a backup is restored into an empty one alone. ` +
        'Name another one with MONGODB_NAME. Nothing was changed.',
    );
  }
  try {
    return await load(db, files, options);
  } catch (error) {
    await emptyDatabase(connection);
    throw error;
  }
}

/** Drops every collection, which an account may that may not drop a database. */
export async function emptyDatabase(connection: Connection): Promise<void> {
  const db = connection.getClient().db(connection.name);
  for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray())
    await db.dropCollection(name);
}

async function load(
  db: mongo.Db,
  files: AsyncIterable<BackupFile>,
  { accept, progress, keepEnded = false }: Options,
): Promise<Loaded> {
  const marks = db.collection<{ _id: string; at: Date }>('migrations');
  const keys = new Map<string, Uint8Array>();
  const sums = new Map<string, Sum>();
  const writes = insertDocuments(db);
  let header: BackupHeader | null = null;
  let manifest: BackupManifest | null = null;
  let manifestBytes: Uint8Array = new Uint8Array();
  let signature: BackupSignature | null = null;
  const digests = new Map<string, string>();
  try {
    for await (const { name, bytes } of files) {
      const collection = dataFile.exec(name)?.[1];
      const key = keyFile.exec(name)?.[1];
      if (header === null || key !== undefined) digests.set(name, sha256Of(bytes));
      if (header === null) {
        if (name !== 'header.json') throw new Error('This is no backup of this service: it has no header.');
        header = parsed(backupHeader, bytes, 'its header is none that this version knows');
        accept(header);
        for (const one of header.collections) sums.set(one.name, new Sum());
        await marks.insertOne({ _id: restoring, at: new Date() });
      } else if (manifest !== null && name === 'signature.json' && signature === null)
        signature = parsed(backupSignature, bytes, 'its signature is damaged');
      else if (manifest !== null) throw new Error(`${name} comes after the end of the backup.`);
      else if (collection !== undefined) {
        const sum = sums.get(collection);
        if (!sum) throw new Error(`${name} is of no collection that the header names.`);
        if (sum.documents === 0) progress(`${collection}: loading`);
        const documents = [...documentsIn(bytes)];
        for (const document of documents) sum.add(document);
        await writes.insert(collection, documents);
      } else if (key !== undefined && keys.size < maxKeys) keys.set(key, bytes);
      else if (name === 'manifest.json') {
        manifest = parsed(backupManifest, bytes, 'its end is damaged');
        manifestBytes = bytes;
      } else throw new Error(`${name} does not belong into a backup.`);
    }
  } finally {
    await writes.settled();
  }
  await writes.end();
  if (header === null || manifest === null) throw new Error('The backup was cut off: its end is missing.');
  requireSame(manifest, sums);
  requireSameFiles(manifest, digests);
  for (const { name, indexes: all } of header.collections) {
    const indexes = keepEnded ? all.filter((index) => !('expireAfterSeconds' in index)) : all;
    if (indexes.length === 0) continue;
    progress(`${name}: ${indexes.length} indexes`);
    await db.collection(name).createIndexes(indexes as unknown as mongo.IndexDescription[]);
  }
  await marks.deleteOne({ _id: restoring }, { writeConcern: { w: 'majority', journal: true } });
  return { header, manifest, manifestBytes, signature, keys };
}

function parsed<T extends z.ZodType>(shape: T, bytes: Uint8Array, otherwise: string): z.infer<T> {
  const read = shape.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  if (!read.success) throw new Error(`This backup cannot be restored: ${otherwise}.`);
  return read.data;
}

/** What was read is what was written; age and gzip tell damage before, so that this names a fault of ours. */
function requireSame({ collections }: BackupManifest, sums: ReadonlyMap<string, Sum>): void {
  const differing = [...sums].filter(([name, sum]) => {
    const { documents, sha256 } = sum.end();
    return collections[name]?.documents !== documents || collections[name].sha256 !== sha256;
  });
  if (differing.length > 0 || Object.keys(collections).length !== sums.size)
    throw new Error(`The backup is damaged in ${differing.map(([name]) => name).join(', ') || 'its end'}.`);
}

/** Header and keys are those that the manifest names, no more and no less; that of a backup of before names none. */
function requireSameFiles({ files }: BackupManifest, digests: ReadonlyMap<string, string>): void {
  if (!files) return;
  const names = new Set([...Object.keys(files), ...digests.keys()]);
  const differing = [...names].filter((name) => files[name] !== digests.get(name));
  if (differing.length > 0) throw new Error(`The backup is damaged in ${differing.join(', ')}.`);
}
