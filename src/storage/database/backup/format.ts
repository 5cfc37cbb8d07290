import * as z from 'zod';

/** Ways in that end by themselves, and what limits count: after a restore everybody signs in anew. */
export const leftOut: ReadonlySet<string> = new Set(['sessions', 'signIns', 'passkeyOffers', 'limits']);

/** A file of a backup; one of them is in memory at a time. */
export interface BackupFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** From here on (bytes) a part of a collection is full; a document of the database, at most 16 MB, may come on top. */
export const partBytes = 4 * 1024 * 1024;
export const maxFileBytes = partBytes + 17 * 1024 * 1024;

const collectionName = z.string().regex(/^[\w.]{1,100}$/);

/** `header.json`, the first file of a backup: what follows, and of when. */
export const backupHeader = z.object({
  type: z.literal('made-in-ess-backup'),
  version: z.literal(1),
  /** The instant that everything in it is of. */
  at: z.iso.datetime(),
  database: z.string().max(64),
  /** What was done to the database (docs/design/architecture.md#migrations). */
  migrations: z.array(z.string().max(10_000)).max(10_000),
  collections: z
    .array(z.object({ name: collectionName, indexes: z.array(z.looseObject({ name: z.string() })).max(64) }))
    .max(1000),
  /** Under which address the credentials were issued; null where that was not set. */
  publicUrl: z.url().nullable(),
  /** Whether keys and secrets are in it as well. */
  keys: z.boolean(),
  /** Public keys that it is encrypted to; absent in backups of before. */
  recipients: z.array(z.string().max(5000)).max(20).optional(),
});
export type BackupHeader = z.infer<typeof backupHeader>;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** `manifest.json`, the last one but for its signature: a backup without it was cut off. Digests are of the documents in the order of their `_id`. */
export const backupManifest = z.object({
  collections: z.record(collectionName, z.object({ documents: z.int().min(0), sha256 })),
  /** SHA-256 of `header.json` and of each file of keys, by their names; absent in backups of before. */
  files: z.record(z.string().max(200), sha256).optional(),
});
export type BackupManifest = z.infer<typeof backupManifest>;

/** `signature.json`, after the manifest: who made the backup, by the key that trust bundles are signed with. */
export const backupSignature = z.object({ key: sha256, signature: z.string().regex(/^[0-9a-f]{128}$/) });
export type BackupSignature = z.infer<typeof backupSignature>;

/** `data/COLLECTION/000001.bson` and so on: documents one after the other, as the database and its tools write them. */
export const dataFile = /^data\/([\w.]{1,100})\/\d{6,9}\.bson$/;
/** `keys/…`: the folder of keys as it is, and secrets that are settings. */
export const keyFile = /^keys\/((?:seal\/)?[\w-][\w.-]{0,100})$/;
