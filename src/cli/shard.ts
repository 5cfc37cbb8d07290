import { readConfig } from '../config.ts';
import { withStorage } from './withStorage.ts';

/** Spreads the large collections over the shards of the cluster in MONGODB_URI, and says which and how. */
export async function shard(): Promise<void> {
  await withStorage(readConfig(), ({ spread }) => spread((line) => console.log(line)));
}
