import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeBackupKey } from '../../boot/backup/makeBackupKey.ts';

/** Makes a secret key that opens backups, in a new file as `age-keygen` writes it, and prints the public key that they are encrypted to. */
export async function backupKey(file: string): Promise<void> {
  const { identity, recipient } = await makeBackupKey();
  const lines = [`# created: ${new Date().toISOString()}`, `# public key: ${recipient}`, identity, ''];
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, lines.join('\n'), { flag: 'wx', mode: 0o600 }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
      throw new Error(`${file} exists already: a key that backups were encrypted to is never overwritten.`);
    },
  );
  console.log(recipient);
  console.error(
    `Only ${file} opens the backups that are encrypted to it: keep it away from the server, and a copy of it elsewhere.`,
  );
}
