import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the server of a folder is started with and entered by. */
export interface Credentials {
  /** File by which members of a replica set know each other; with it a server lets nobody in without a password. */
  readonly keyFile: string;
  readonly password: string;
}

/** The folder's own, made at its first start and readable by its owner only; the caller holds the folder's lock. */
export async function credentials(folder: string): Promise<Credentials> {
  const keyFile = join(folder, 'made-in-ess.key');
  await readOrMake(keyFile, () => randomBytes(384).toString('hex'));
  const password = await readOrMake(join(folder, 'made-in-ess.password'), () =>
    randomBytes(32).toString('hex'),
  );
  return { keyFile, password };
}

/** A reader sees all of it or nothing. */
async function readOrMake(file: string, make: () => string): Promise<string> {
  const known = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  if (known !== '') {
    // A copy of the folder may have come without the modes; Windows has none.
    await chmod(file, 0o600);
    return known;
  }
  const made = make();
  const scratch = `${file}.${randomUUID()}`;
  await writeFile(scratch, made, { mode: 0o600, flag: 'wx' });
  await rename(scratch, file);
  return made;
}
