import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../config.ts';
import { issueInThread } from '../../issuing/issueInThread.ts';
import { differences } from '../../storage/database/backup/differences.ts';
import { type BackupSource, loadBackup } from '../../storage/database/backup/loadBackup.ts';
import { checkFiles, missingFiles } from '../../storage/database/backup/storedFiles.ts';
import { connectPlain } from '../../storage/database/connectPlain.ts';
import { openDatabase } from '../../storage/database/openDatabase.ts';
import { openStorage } from '../openStorage.ts';
import { secretOf, writeKeys } from './keyFiles.ts';

/** A backup that was restored to be looked at. */
export type Copy = Awaited<ReturnType<typeof openCopy>>;

const databaseName = 'copy';

/** Restores a backup to a server of its own, in a folder for temporary files that goes with it; no other database is even asked. */
export async function openCopy(config: Config, source: BackupSource) {
  const ends: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    const folder = await mkdtemp(join(tmpdir(), 'made-in-ess-check-'));
    ends.push(() => rm(folder, { recursive: true, force: true }));
    const server = await openDatabase({
      ...config,
      uri: undefined,
      dataDir: folder,
      progress: source.progress,
    });
    ends.push(() => server.stop());
    const connection = await connectPlain(server.uri, databaseName);
    ends.push(() => connection.close());
    // What has an end of its own is still looked at, however old the backup is.
    await connection.getClient().db('admin').command({ setParameter: 1, ttlMonitorEnabled: false });
    const { header, manifest, keys } = await loadBackup(connection, source);
    // Before this program brings it to its own shape.
    const differing = await differences(connection, manifest);
    const own = { ...config, mongodbUri: server.uri, databaseName };
    const storage = await openStorage(own, source.progress);
    ends.push(() => storage.close());
    const keysFolder = join(folder, 'keys');
    await writeKeys(keysFolder, keys);
    const publicUrl = header.publicUrl ?? config.publicUrl ?? `http://localhost:${config.port}`;
    const sealPassword = secretOf(keys, 'SEAL_PASSWORD');
    return {
      header,
      manifest,
      /** Collections that do not hold what the backup says of them. */
      differing,
      storage,
      /** Under which address what was issued is judged. */
      publicUrl,
      /** Signs by the keys of the backup; null where it holds none. */
      issuing: header.keys
        ? issueInThread({ folder: keysFolder, publicUrl, sealPassword, make: false })
        : null,
      checkFiles: () => checkFiles(connection),
      missingFiles: (digests: readonly string[]) => missingFiles(connection, digests),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
