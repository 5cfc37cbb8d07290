import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import mongoose, { type Connection } from 'mongoose';
import type { Files } from '../../commands/ports/filePorts.ts';
import { isDuplicate } from './isDuplicate.ts';

const { GridFSBucket, ObjectId, ReadPreference } = mongoose.mongo;

/** Files in GridFS, named by the sha-256 of their bytes; a unique index on the name keeps each once. */
export function createFiles(connection: Connection): Files {
  const db = connection.getClient().db(connection.name);
  const bucket = new GridFSBucket(db);
  // What is found under its digest is right wherever it is found; what is not found may only not be there yet.
  // By its name, which is its shard key.
  const anywhere = new GridFSBucket(db, { readPreference: ReadPreference.primaryPreferred });
  const findIn = (some: typeof bucket, digest: string) => some.find({ filename: digest }).limit(1).next();
  const find = (digest: string) => findIn(bucket, digest);
  const findAnywhere = async (digest: string) => (await findIn(anywhere, digest)) ?? find(digest);
  return {
    save: async (bytes, contentType) => {
      const digest = createHash('sha256').update(bytes).digest('hex');
      if (await find(digest)) return digest;
      const id = new ObjectId();
      const upload = bucket.openUploadStreamWithId(id, digest, { metadata: { contentType } });
      await new Promise<void>((resolve, reject) => {
        upload.once('finish', resolve).once('error', reject);
        upload.end(bytes);
      }).catch(async (error: unknown) => {
        await connection.collection('fs.chunks').deleteMany({ files_id: id });
        // Another worker stored the same bytes first: that file is ours too.
        if (!isDuplicate(error)) throw error;
      });
      return digest;
    },
    read: async (digest) => {
      const file = await findAnywhere(digest);
      if (!file) return null;
      const bytes = await buffer(anywhere.openDownloadStreamByName(digest));
      return { bytes, contentType: String(file.metadata?.contentType) };
    },
    open: async (digest) => {
      const file = await findAnywhere(digest);
      return file && anywhere.openDownloadStreamByName(digest);
    },
    remove: async (digest) => {
      const file = await find(digest);
      if (file) await bucket.delete(file._id);
    },
  };
}
