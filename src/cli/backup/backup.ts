import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod';
import { makeBackup } from '../../boot/backup/makeBackup.ts';
import { readConfig } from '../../config.ts';
import { datedName, removeOlder } from './datedFiles.ts';
import { explainedWrite } from './explainedWrite.ts';
import { interruptible } from './interruptible.ts';
import { writeWhole } from './wholeFile.ts';

const options = z.object({
  recipient: z.array(z.string().max(5000)).max(20).default([]),
  unencrypted: z.boolean().default(false),
  withoutKeys: z.boolean().default(false),
  keep: z.coerce
    .number('--keep: a whole number')
    .int('--keep: a whole number')
    .min(1, '--keep: at least 1')
    .optional(),
});

/**
 * Writes a backup to a file, into a folder (`folder/`) under the name of its time, or to standard output for `-`, encrypted to public keys;
 * a file is whole or not there. With `keep`, a folder loses all but that many of its backups once the new one is whole.
 */
export async function backup(to: string, given: object): Promise<void> {
  const read = options.safeParse(given);
  if (!read.success) throw new Error(read.error.issues.map(({ message }) => message).join('\n'));
  const { recipient: recipients, unencrypted, withoutKeys, keep: kept } = read.data;
  if (recipients.length === 0 && !unencrypted) {
    throw new Error(
      'A backup holds personal data and secrets: name the public key to encrypt it to with --recipient age1… ' +
        '("made-in-ess backup-key FILE" creates one), or use --unencrypted. Nothing was written.',
    );
  }
  if (recipients.length > 0 && unencrypted)
    throw new Error('--unencrypted and --recipient: use only one of the two. Nothing was written.');
  const inFolder = to.endsWith('/');
  if (kept !== undefined && !inFolder)
    throw new Error(
      '--keep needs a folder, as in "made-in-ess backup backups/ --keep 14". Nothing was written.',
    );
  const config = readConfig();
  const now = new Date();
  const file = inFolder ? join(to, datedName(config.databaseName, now)) : to;
  const toFile = to !== '-';
  // Standard output may be the backup itself.
  const say = (line: string) => console.error(`  ${line}`);
  const write = (bytes: AsyncIterable<Uint8Array>) =>
    toFile ? writeWhole(file, bytes) : pipeline(bytes, process.stdout, { end: false });
  const keep = (bytes: AsyncIterable<Uint8Array>) =>
    explainedWrite(toFile ? file : 'standard output', bytes, write);
  const made = await interruptible((signal) =>
    makeBackup(config, { recipients, withKeys: !withoutKeys, keep, signal, progress: say }),
  );
  console.error(
    `${toFile ? file : 'Backup'}: as at ${made.at}, ${(made.bytes / 1e6).toFixed(1)} MB, ` +
      `${made.encrypted ? 'encrypted' : 'NOT ENCRYPTED'}, ${made.keys ? 'with keys and secrets' : 'without keys: keep KEYS_DIR, SESSION_SECRET and SEAL_PASSWORD elsewhere'}.`,
  );
  if (!made.signed)
    console.error(
      'It is not signed: "made-in-ess root key KEYS_DIR/bundle.pem" creates a key that signs it.',
    );
  if (made.faults)
    console.error(
      `✗ Differences from the journal: ${made.faults}, the first: ${made.fault}. "made-in-ess journal verify" lists them all.`,
    );
  if (kept === undefined) return;
  const gone = await removeOlder(to, { database: config.databaseName, keep: kept, now });
  if (gone.length > 0) console.error(`Removed, to keep ${kept}: ${gone.join(', ')}.`);
}
