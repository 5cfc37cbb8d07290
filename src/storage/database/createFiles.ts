import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import mongoose, { type Connection } from 'mongoose';
import type { Files } from '../../commands/ports/filePorts.ts';
import { isDuplicate } from './isDuplicate.ts';

const { GridFSBucket, ObjectId } = mongoose.mongo;

/** Files in GridFS, named by the sha-256 of their bytes; a unique index on the name keeps each once. */
export function createFiles(connection: Connection): Files {
  const bucket = new GridFSBucket(connection.getClient().db(connection.name));
  const find = (digest: string) => bucket.find({ filename: digest }).limit(1).next();
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
      const file = await find(digest);
      if (!file) return null;
      const bytes = await buffer(bucket.openDownloadStream(file._id));
      return { bytes, contentType: String(file.metadata?.contentType) };
    },
    open: async (digest) => {
      const file = await find(digest);
      return file && bucket.openDownloadStream(file._id);
    },
    remove: async (digest) => {
      const file = await find(digest);
      if (file) await bucket.delete(file._id);
    },
  };
}
