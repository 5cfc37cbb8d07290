/** Of a collection that is spread over several shards: the fields by which each of its documents finds its shard. */
export type ShardKey = Readonly<Record<string, 1 | 'hashed'>>;

/**
 * The collections that are spread over the shards of a large installation; every other one is whole on the first of them
 * (docs/decisions/0045-what-is-spread-over-shards.md).
 */
export const shardKeys: Readonly<Record<string, ShardKey>> = {
  // A chain of the journal lies in one place, in its order.
  records: { stream: 1, seq: 1 },
  snapshots: { _id: 'hashed' },
  deskRows: { _id: 'hashed' },
  // A file is looked for by its digest, which spreads by itself; its bytes follow the key of what was found.
  'fs.files': { filename: 1 },
  'fs.chunks': { files_id: 1, n: 1 },
};
