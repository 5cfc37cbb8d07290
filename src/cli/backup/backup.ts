import { pipeline } from 'node:stream/promises';
import * as z from 'zod';
import { makeBackup } from '../../boot/backup/makeBackup.ts';
import { readConfig } from '../../config.ts';
import { interruptible } from './interruptible.ts';
import { writeWhole } from './wholeFile.ts';

const options = z.object({
  recipient: z.array(z.string().max(5000)).max(20).default([]),
  unencrypted: z.boolean().default(false),
  withoutKeys: z.boolean().default(false),
});

/** Writes a backup to a file, or to standard output for `-`, encrypted to public keys; a file is whole or not there. */
export async function backup(to: string, given: object): Promise<void> {
  const { recipient: recipients, unencrypted, withoutKeys } = options.parse(given);
  if (recipients.length === 0 && !unencrypted) {
    throw new Error(
      'A backup holds personal data and secrets: name a public key that it is encrypted to with --recipient age1… ' +
        '("made-in-ess backup-key FILE" makes one), or say --unencrypted. Nothing was written.',
    );
  }
  if (recipients.length > 0 && unencrypted)
    throw new Error('--unencrypted and --recipient: take one of the two. Nothing was written.');
  const toFile = to !== '-';
  // Standard output may be the backup itself.
  const say = (line: string) => console.error(`  ${line}`);
  const keep = (bytes: AsyncIterable<Uint8Array>) =>
    toFile ? writeWhole(to, bytes) : pipeline(bytes, process.stdout, { end: false });
  const made = await interruptible((signal) =>
    makeBackup(readConfig(), { recipients, withKeys: !withoutKeys, keep, signal, progress: say }),
  );
  console.error(
    `${toFile ? to : 'Backup'}: as at ${made.at}, ${(made.bytes / 1e6).toFixed(1)} MB, ` +
      `${made.encrypted ? 'encrypted' : 'NOT ENCRYPTED'}, ${made.keys ? 'with keys and secrets' : 'without keys: keep KEYS_DIR, SESSION_SECRET and SEAL_PASSWORD elsewhere'}.`,
  );
}
