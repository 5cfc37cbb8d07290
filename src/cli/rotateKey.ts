import { ids } from '../boot/ids.ts';
import { issuerSettings } from '../boot/issuerSettings.ts';
import { openSecurity } from '../boot/openSecurity.ts';
import { replaceKey, rotateKey as rotate } from '../commands/label/keys.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { originOf } from '../commands/transparency/growLog.ts';
import { readConfig } from '../config.ts';
import { LabelError } from '../errors.ts';
import { issueInThread } from '../issuing/issueInThread.ts';
import { withStorage } from './withStorage.ts';

/**
 * Makes new keys for credentials and tokens and publishes them, and that of the public log before it begins. With `distrust`, nothing that another key signed verifies any more, and every
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
    // Where nobody may write to KEYS_DIR, as in a cluster, no start could make it.
    if (!(await store.logHead())) await requireLogKey(deps);
    if (distrust === undefined) return console.log(`${await rotate(deps)} signs from now on.`);
    const { key, labels } = await replaceKey(deps, distrust).catch(namingKeys);
    console.log(`${key} signs from now on.`);
    console.log(`${distrust} is no longer trusted; new certificates requested: ${labels}.`);
  });
}

async function requireLogKey({ issuing, publicUrl }: Pick<Deps, 'issuing' | 'publicUrl'>): Promise<void> {
  if (!(await issuing.logKey())) await issuing.makeLogKey(originOf(publicUrl));
}

function namingKeys(error: unknown): never {
  if (!(error instanceof LabelError && error.code === 'notFound')) throw error;
  const { id, keys } = error.params;
  throw new Error(`${id} is none of the keys of this issuer (${keys}); nothing was changed`);
}
