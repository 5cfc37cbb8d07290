import { resolve } from 'node:path';
import * as z from 'zod';
import { restoreBackup } from '../../boot/backup/restoreBackup.ts';
import { readConfig } from '../../config.ts';
import { bytesOf } from './bytesOf.ts';
import { checkRestored } from './checkRestored.ts';
import { interruptible } from './interruptible.ts';
import { readIdentities } from './readIdentities.ts';

const options = z.object({
  identity: z.array(z.string()).max(20).default([]),
  check: z.boolean().default(false),
  recipient: z.array(z.string().max(5000)).max(20).default([]),
  keys: z.string().optional(),
});

/**
 * Restores a backup, from a file or from standard input for `-`, into the database of the settings, which must be empty. With `check` it
 * goes to a server of its own, or that of CHECK_MONGODB_URI, and is looked into there, a line for each check; the exit code is 0 only where all hold.
 */
export async function restore(file: string, given: object): Promise<void> {
  const { identity, check, recipient: recipients, keys: keysFolder } = options.parse(given);
  if (check && keysFolder !== undefined) throw new Error('--keys and --check: use only one of the two.');
  if (recipients.length > 0 && !check) throw new Error('--recipient needs --check.');
  const identities = await readIdentities(identity);
  const config = readConfig();
  const progress = (line: string) => console.error(`  ${line}`);
  await interruptible(async (signal) => {
    const source = { from: bytesOf(file), identities, signal, progress };
    if (check) {
      for await (const { holds, line } of checkRestored(config, source, recipients)) {
        console.log(line);
        if (!holds) process.exitCode = 1;
      }
      return;
    }
    const { header, manifest, keys } = await restoreBackup(config, { ...source, keysFolder });
    const documents = Object.values(manifest.collections).reduce((sum, one) => sum + one.documents, 0);
    console.log(
      `${config.databaseName} is as ${header.database} was at ${header.at}: ${documents} documents.`,
    );
    if (header.publicUrl !== null)
      console.log(
        `It was made for ${header.publicUrl}: certificates and passkeys are valid for that address only.`,
      );
    if ((manifest.collections.logHeads?.documents ?? 0) > 0)
      console.log(
        'The public log signs nothing, and no certificate is issued, until `made-in-ess log resume FILE` reads the last head that was published.',
      );
    if (!header.keys)
      console.log('The backup contains no keys: restore KEYS_DIR and the secrets from where they are kept.');
    else if (keysFolder === undefined)
      console.log(
        'The backup also contains keys and secrets. They were left in it: --keys FOLDER extracts them.',
      );
    else
      console.log(
        `${keys.size - 1} keys are in ${keysFolder}${config.keysDir === resolve(keysFolder) ? '' : ': name it in KEYS_DIR'}. ` +
          'Move the settings in its secrets.env to the others.',
      );
  });
}
