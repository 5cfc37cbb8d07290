import { ids } from '../boot/ids.ts';
import { issuerSettings } from '../boot/issuerSettings.ts';
import { openSecurity } from '../boot/openSecurity.ts';
import { replaceKey, rotateKey as rotate } from '../commands/label/keys.ts';
import { readConfig } from '../config.ts';
import { LabelError } from '../errors.ts';
import { issueInThread } from '../issuing/issueInThread.ts';
import { withStorage } from './withStorage.ts';

/**
 * Makes a new key for credentials and publishes it. With `distrust`, nothing that another key signed verifies any more, and every
 * label that holds gets a new certificate.
 */
export async function rotateKey({ distrust }: { readonly distrust?: string }): Promise<void> {
  const config = readConfig();
  const { publicUrl } = config;
  if (publicUrl === undefined) throw new Error('PUBLIC_URL must be set: the issuer is known by it');
  await withStorage(config, async (storage) => {
    const { store } = await openSecurity(config, storage);
    const deps = {
      store,
      issuing: issueInThread(issuerSettings(config, publicUrl)),
      clock: storage.clock,
      ids,
      publicUrl,
    };
    if (distrust === undefined) return console.log(`${await rotate(deps)} signs from now on.`);
    const { key, labels } = await replaceKey(deps, distrust).catch(namingKeys);
    console.log(`${key} signs from now on.`);
    console.log(`${distrust} is not trusted any more; new certificates asked for: ${labels}.`);
  });
}

function namingKeys(error: unknown): never {
  if (!(error instanceof LabelError && error.code === 'notFound')) throw error;
  const { id, keys } = error.params;
  throw new Error(`${id} is none of the keys of this issuer (${keys}); nothing was changed`);
}
