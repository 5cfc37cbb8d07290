import { createWriteStream } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { trustBundle as bundle } from '../commands/verify/trustBundle.ts';
import { readConfig } from '../config.ts';
import { withStorage } from './withStorage.ts';

/**
 * Saves what files are checked against; a bundle that is there stays whole until the new one is. Throws where nothing was issued:
 * by a bundle without keys every genuine file would be called false.
 */
export async function trustBundle(file: string): Promise<void> {
  const config = readConfig();
  const { publicUrl } = config;
  if (publicUrl === undefined) throw new Error('PUBLIC_URL must be set: the issuer is known by it');
  await withStorage(config, async ({ store, clock }) => {
    if ((await store.issuerKeys()).length === 0)
      throw new Error(
        'nothing was issued from this database, so that there is no key to check files by: is DATA_DIR or MONGODB_URI the one of the service?',
      );
    const deps = { store, publicUrl, clock };
    const half = `${file}.half`;
    await mkdir(dirname(file), { recursive: true });
    await pipeline(bundle(deps), createWriteStream(half));
    await rename(half, file);
    console.log(file);
  });
}
