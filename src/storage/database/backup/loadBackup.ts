import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Connection } from 'mongoose';
import { requireKnownMigrations } from '../migrate.ts';
import { type Loaded, loadDatabase } from './loadDatabase.ts';
import { explained, opened } from './opened.ts';
import { unpacked } from './tar.ts';

/** A backup to be read. */
export interface BackupSource {
  readonly from: AsyncIterable<Uint8Array>;
  /** Secret keys of age. */
  readonly identities: readonly string[];
  readonly signal: AbortSignal;
  readonly progress: (line: string) => void;
  /** To be looked at, and not to go on with: what has an end stays beyond it. */
  readonly keepEnded?: boolean | undefined;
}

/** A backup that was loaded, and to how many keys its file is encrypted. */
export type LoadedBackup = Loaded & { readonly encryptedTo: number };

/** Loads a backup into an empty database, as it was; throws a sentence where that cannot be, and the database is then as empty as before. */
export async function loadBackup(
  connection: Connection,
  { from, identities, signal, progress, keepEnded }: BackupSource,
): Promise<LoadedBackup> {
  const accept = ({ migrations }: Loaded['header']) => requireKnownMigrations(migrations);
  const plain = createGunzip();
  let encryptedTo = 0;
  const tell = (recipients: number) => {
    encryptedTo = recipients;
  };
  // Both to their ends: what was loaded of a backup that is damaged is gone before anybody hears of it.
  const [reading, loading] = await Promise.allSettled([
    pipeline(from, opened(identities, tell), plain, { signal }),
    loadDatabase(connection, unpacked(plain), { accept, progress, keepEnded }).catch((error: unknown) => {
      plain.destroy();
      throw error;
    }),
  ]);
  // Where loading failed first, reading tells only that nobody listened any more.
  if (loading.status === 'rejected') throw explained(loading.reason);
  if (reading.status === 'rejected') throw explained(reading.reason);
  return { ...loading.value, encryptedTo };
}
