import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../config.ts';
import { issueInThread } from '../../issuing/issueInThread.ts';
import { differences } from '../../storage/database/backup/differences.ts';
import { type BackupSource, loadBackup } from '../../storage/database/backup/loadBackup.ts';
import { emptyDatabase } from '../../storage/database/backup/loadDatabase.ts';
import { isSignedManifest } from '../../storage/database/backup/manifestSignature.ts';
import { checkFiles, missingFiles } from '../../storage/database/backup/storedFiles.ts';
import { connectPlain } from '../../storage/database/connectPlain.ts';
import { connectToGiven } from '../../storage/database/connectToGiven.ts';
import { openDatabase } from '../../storage/database/openDatabase.ts';
import { openStorage } from '../openStorage.ts';
import { secretOf, writeKeys } from './keyFiles.ts';

/** A backup that was restored to be looked at. */
export type Copy = Awaited<ReturnType<typeof openCopy>>;

/**
 * Restores a backup to be looked at: to the server of CHECK_MONGODB_URI, into a database that is made for it and emptied in any case, or to
 * a server of its own, in a folder for temporary files that goes with it. The database of the service is not even asked.
 */
export async function openCopy(config: Config, source: BackupSource) {
  const ends: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    const folder = await mkdtemp(join(tmpdir(), 'made-in-ess-check-'));
    ends.push(() => rm(folder, { recursive: true, force: true }));
    const { server, connection } = await placeFor(config, folder, { ends, progress: source.progress });
    const loaded = await loadBackup(connection, { ...source, keepEnded: true });
    const { header, manifest, keys } = loaded;
    // Before this program brings it to its own shape.
    const differing = await differences(connection, manifest);
    source.signal.throwIfAborted();
    const own = { ...config, mongodbUri: server.uri, databaseName: connection.name };
    const storage = await openStorage(own, source.progress);
    ends.push(() => storage.close());
    const keysFolder = join(folder, 'keys');
    await writeKeys(keysFolder, keys);
    const publicUrl = header.publicUrl ?? config.publicUrl ?? `http://localhost:${config.port}`;
    const sealPassword = secretOf(keys, 'SEAL_PASSWORD');
    return {
      ...loaded,
      /** Whether a key signed its manifest. */
      isSignedBy: (key: Parameters<typeof isSignedManifest>[2]) =>
        loaded.signature !== null && isSignedManifest(loaded.manifestBytes, loaded.signature, key),
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

interface Placing {
  readonly ends: (() => Promise<unknown>)[];
  readonly progress: (line: string) => void;
}

/** Where the copy lies; what is to be done at its end is added to `ends`. */
async function placeFor(config: Config, folder: string, { ends, progress }: Placing) {
  const { checkMongodbUri: uri } = config;
  const databaseName = `made-in-ess-check-${randomUUID().slice(0, 8)}`;
  if (uri !== undefined && databaseIn(uri) === config.databaseName)
    throw new Error(
      `CHECK_MONGODB_URI names ${config.databaseName}, the database of the service: leave its name out. Nothing was changed.`,
    );
  const server = await openDatabase({
    ...config,
    uri,
    dataDir: folder,
    progress: uri ? () => {} : progress,
  }).catch((cause: Error) => {
    throw new Error(
      'There is no server to look into the backup on: CHECK_MONGODB_URI names none, and none could be started here. ' +
        `Name one, or run this where there is a mongod.\n${cause.message}`,
      { cause },
    );
  });
  ends.push(() => server.stop());
  if (uri !== undefined) await (await connectToGiven(uri, databaseName, 'CHECK_MONGODB_URI')).close();
  const connection = await connectPlain(server.uri, databaseName);
  ends.push(() => connection.close());
  if (uri !== undefined) {
    ends.push(() => emptyDatabase(connection));
    progress(`CHECK_MONGODB_URI: looked into in ${databaseName}, which goes with the end`);
  }
  return { server, connection };
}

/** The database that an address names, in which its account is known as well. */
function databaseIn(uri: string): string {
  return decodeURIComponent(/^mongodb(?:\+srv)?:\/\/[^/]*\/([^?]*)/.exec(uri)?.[1] ?? '');
}
