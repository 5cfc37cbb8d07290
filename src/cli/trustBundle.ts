import { createWriteStream } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { issuerSettings } from '../boot/issuerSettings.ts';
import { trustBundle as bundle } from '../commands/verify/trustBundle.ts';
import { rootsForSigning } from '../commands/verify/trustRoots.ts';
import { readConfig } from '../config.ts';
import { issueInThread } from '../issuing/issueInThread.ts';
import { shownRootDigest } from '../register/trust/trustRoot.ts';
import { withStorage } from './withStorage.ts';

/**
 * Saves what files are checked against, and beside it the root that it is checked by; a bundle that is there stays whole until the new
 * one is. Throws where nothing was issued: by a bundle without keys every genuine file would be called false.
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
    const issuing = issueInThread(issuerSettings(config, publicUrl));
    const deps = { store, issuing, publicUrl, clock };
    const { newest: root } = await rootsForSigning(deps);
    const half = `${file}.half`;
    await mkdir(dirname(file), { recursive: true });
    await pipeline(bundle(deps), createWriteStream(half));
    await rename(half, file);
    const rootFile = join(dirname(file), 'trust-root.json');
    await writeFile(rootFile, `${JSON.stringify(root)}\n`);
    console.log(file);
    console.log(`${rootFile}: root ${root.signed.version} of ${root.signed.did}, ${shownRootDigest(root)}`);
  });
}
