import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Config } from '../../config.ts';
import { type BackupNote, hasPublishedKeys, noteBackup } from '../../storage/database/backup/backupNotes.ts';
import { encryptTo } from '../../storage/database/backup/encryption.ts';
import type { BackupHeader, BackupManifest } from '../../storage/database/backup/format.ts';
import { readDatabase } from '../../storage/database/backup/readDatabase.ts';
import { packed } from '../../storage/database/backup/tar.ts';
import { migrationState } from '../../storage/database/migrate.ts';
import { withPlainDatabase } from '../../storage/database/withPlainDatabase.ts';
import { createJournal } from '../../storage/privacy/createJournal.ts';
import { createSecurityLog, securityDestination } from '../createSecurityLog.ts';
import { ids } from '../ids.ts';
import { sessionSecret } from '../sessionSecret.ts';
import { readKeys } from './keyFiles.ts';

interface Options {
  /** Public keys of age; none leaves the backup unencrypted. */
  readonly recipients: readonly string[];
  readonly withKeys: boolean;
  /** Keeps the backup; resolves once it is whole where it belongs. */
  readonly keep: (bytes: AsyncIterable<Uint8Array>) => Promise<void>;
  readonly signal: AbortSignal;
  readonly progress: (line: string) => void;
}

/** Evidence does not get smaller by more work, and the rest hardly. */
const level = 3;

const keyless = (folder: string) =>
  `${folder} holds no key, though this installation has published some: name the right folder in KEYS_DIR, or say --without-keys. No backup was made.`;

/**
 * Makes a backup of an installation as it is at one instant, and notes it in the database and in the security log. The database is only
 * read before that, and not brought to the shape of this program: the backup before an upgrade is of what there was.
 */
export async function makeBackup(config: Config, options: Options): Promise<BackupNote> {
  const { recipients, withKeys, keep, signal, progress } = options;
  const encrypted = recipients.length > 0;
  const encrypt = encryptTo(recipients);
  const secret = await sessionSecret(config.sessionSecret, config.dataDir);
  const secrets = { SESSION_SECRET: secret, SEAL_PASSWORD: config.sealPassword };
  const keys = withKeys ? await readKeys(config.keysDir, secrets) : null;
  const pem = await readFile(join(config.keysDir, 'bundle.pem')).catch(() => null);
  const signingKey = pem && createPrivateKey(pem);
  const of = { ...config, uri: config.mongodbUri, progress };
  return withPlainDatabase(of, async (connection) => {
    // Beside the keys lie the secrets, which every installation has.
    if (keys?.size === 1 && (await hasPublishedKeys(connection))) throw new Error(keyless(config.keysDir));
    let read: { readonly header: BackupHeader; readonly manifest: BackupManifest } | undefined;
    let bytes = 0;
    const files = readDatabase(connection, {
      ...{ keys, publicUrl: config.publicUrl ?? null, recipients, signingKey, progress },
      done: (header, manifest) => {
        read = { header, manifest };
      },
    });
    const sealed = async function* (plain: AsyncIterable<Uint8Array>) {
      for await (const chunk of encrypted ? encrypt(plain) : plain) {
        bytes += chunk.length;
        yield chunk;
      }
    };
    const zipped = createGzip({ level });
    // Both to their ends: what was kept of a backup that failed is gone before anybody hears of it.
    const [reading, keeping] = await Promise.allSettled([
      pipeline(packed(files), zipped, { signal }),
      keep(sealed(zipped)).catch((error: unknown) => {
        zipped.destroy();
        throw error;
      }),
    ]);
    // Where keeping failed first, reading tells only that nobody took it any more.
    if (keeping.status === 'rejected') throw keeping.reason;
    if (reading.status === 'rejected') throw reading.reason;
    if (!read) throw new Error('The database was not read to its end.');
    const note = {
      at: read.header.at,
      finishedAt: new Date().toISOString(),
      bytes,
      encrypted,
      keys: withKeys,
      signed: signingKey !== null,
      ...(await faultsIn(connection, progress)),
    };
    await noteBackup(connection, ids.next(), note);
    const security = createSecurityLog(secret, securityDestination(config.securityLog));
    security.note({ event: 'backup.made', how: encrypted ? 'encrypted' : 'unencrypted' });
    return note;
  });
}

/** What the journal does not lead to: rows that somebody changed in the database. Nothing is said of a database of another version. */
async function faultsIn(connection: Parameters<typeof noteBackup>[0], progress: Options['progress']) {
  try {
    const { toExpand, unknown } = await migrationState(connection);
    if (toExpand.length + unknown.length > 0) return {};
    progress('journal: checking');
    const { faults } = await createJournal(connection).verify();
    return { faults: faults.length, fault: faults[0]?.stream ?? '' };
  } catch (error) {
    // The backup is whole: a primary that steps down now ends its cursors, not the backup.
    progress(`journal: not checked (${error instanceof Error ? error.message : error})`);
    return {};
  }
}
