import { createHash, type Hash } from 'node:crypto';
import type { mongo } from 'mongoose';

/** A step of its own of restoring lies among the migrations, and so does their lock: neither belongs to the data. */
export const restoring = 'restoring';
const notData = { migrations: { _id: { $nin: ['lock', restoring] } } } as const;

/** Everything that a collection holds, as bytes, in the order of `_id`. */
export function documentsOf(
  collection: mongo.Collection,
  session?: mongo.ClientSession,
): AsyncIterable<Uint8Array> {
  const filter = collection.collectionName === 'migrations' ? notData.migrations : {};
  return collection.find(filter as mongo.Filter<mongo.Document>, {
    raw: true,
    sort: { _id: 1 },
    hint: { _id: 1 },
    batchSize: 10_000,
    ...(session && { session }),
  }) as unknown as AsyncIterable<Uint8Array>;
}

/** The documents that lie one after the other in some bytes; throws where the last one is cut off. */
export function* documentsIn(bytes: Uint8Array): Generator<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length; ) {
    const length = at + 4 <= bytes.length ? view.getInt32(at, true) : 0;
    if (length < 5 || at + length > bytes.length) throw new Error('a document is cut off');
    yield bytes.subarray(at, at + length);
    at += length;
  }
}

/** Counts documents and digests them, in the order in which they come. */
export class Sum {
  documents = 0;
  readonly #hash: Hash = createHash('sha256');

  add(document: Uint8Array): void {
    this.documents += 1;
    this.#hash.update(document);
  }

  /** How many there were, and their digest; nothing can be added any more. */
  end(): { readonly documents: number; readonly sha256: string } {
    return { documents: this.documents, sha256: this.#hash.digest('hex') };
  }
}
