import { createHash } from 'node:crypto';
import mongoose, { type Connection } from 'mongoose';

/** Reads every file that is kept; gives how many there are, and the names of those whose bytes are not what their name says. */
export async function checkFiles(connection: Connection) {
  const bucket = new mongoose.mongo.GridFSBucket(connection.getClient().db(connection.name));
  const damaged: string[] = [];
  let files = 0;
  for await (const { _id, filename } of bucket.find()) {
    files += 1;
    const hash = createHash('sha256');
    try {
      for await (const chunk of bucket.openDownloadStream(_id)) hash.update(chunk);
    } catch {
      // A chunk is missing: what there is of it is another file.
    }
    if (hash.digest('hex') !== filename) damaged.push(filename);
  }
  return { files, damaged };
}

/** Of some files, by their digests, those that are not kept. */
export async function missingFiles(connection: Connection, digests: readonly string[]): Promise<string[]> {
  const kept = await connection
    .collection('fs.files')
    .distinct('filename', { filename: { $in: [...digests] } });
  const names = new Set<unknown>(kept);
  return digests.filter((digest) => !names.has(digest));
}
