import type { Config } from '../../config.ts';
import { type BackupSource, loadBackup } from '../../storage/database/backup/loadBackup.ts';
import type { Loaded } from '../../storage/database/backup/loadDatabase.ts';
import { makeMissingIndexes } from '../../storage/database/migrations/expectedIndexes.ts';
import { withPlainDatabase } from '../../storage/database/withPlainDatabase.ts';
import { openSecurity } from '../openSecurity.ts';
import { openStorage } from '../openStorage.ts';
import { requireEmptyFolder, writeKeys } from './keyFiles.ts';

/** A backup to be restored; keys and secrets go into a new folder, where one is named. */
export type Restoring = BackupSource & { readonly keysFolder: string | undefined };

/**
 * Loads a backup into the database of the configuration, which must be empty, and brings it to the shape of this program. Whatever stops
 * the loading leaves the database empty.
 */
export async function restoreBackup(config: Config, source: Restoring): Promise<Loaded> {
  const { keysFolder, progress } = source;
  if (keysFolder !== undefined) await requireEmptyFolder(keysFolder);
  const into = { ...config, uri: config.mongodbUri, progress };
  const loaded = await withPlainDatabase(into, (connection) => loadBackup(connection, source));
  if (keysFolder !== undefined) await writeKeys(keysFolder, loaded.keys);
  const storage = await openStorage(config, progress);
  try {
    // What a backup leaves out has its indexes too: limits are counted, and sessions end, by them.
    await withPlainDatabase(into, makeMissingIndexes);
    // Whether more was signed than is in the backup, nobody knows here.
    if ((await storage.store.logHead())?.checkpoint) await storage.store.holdLog(true);
    const { security } = await openSecurity(config, storage);
    security.note({ event: 'backup.restored' });
  } finally {
    await storage.close();
  }
  return loaded;
}
