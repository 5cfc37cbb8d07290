import type { Config } from '../config.ts';
import { contractDatabase, migrationState } from '../storage/database/migrate.ts';
import { makeMissingIndexes } from '../storage/database/migrations/expectedIndexes.ts';
import { withPlainDatabase } from '../storage/database/withPlainDatabase.ts';
import { openStorage } from './openStorage.ts';

/**
 * Does what a start does to the database, makes indexes that somebody dropped, and with `contract` takes away what only older programs
 * need; gives what was done and what is left.
 */
export async function migrate(config: Config, contract: boolean) {
  const quiet = () => {};
  const of = { ...config, uri: config.mongodbUri, progress: quiet };
  const { toExpand: expanded } = await withPlainDatabase(of, migrationState);
  await (await openStorage(config, quiet)).close();
  return withPlainDatabase(of, async (connection) => {
    const indexes = await makeMissingIndexes(connection);
    const contracted = contract ? await contractDatabase(connection) : [];
    return { expanded, indexes, contracted, toContract: (await migrationState(connection)).toContract };
  });
}
