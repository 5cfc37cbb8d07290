import { ulid } from 'ulid';
import { distrustKey } from '../commands/issuer/distrustKey.ts';
import { rotateKey as rotate } from '../commands/issuer/rotateKey.ts';
import { readConfig } from '../config.ts';
import { issuerSettings } from '../issuerSettings.ts';
import { openIssuing } from '../openIssuing.ts';
import { openStorage } from '../openStorage.ts';

/**
 * Makes a new key for credentials and publishes it. With `distrust`, nothing that another key signed verifies any more, and every
 * label that holds gets a new certificate.
 */
export async function rotateKey({ distrust }: { readonly distrust?: string }): Promise<void> {
  const config = readConfig();
  const { publicUrl } = config;
  if (publicUrl === undefined) throw new Error('PUBLIC_URL must be set: the issuer is known by it');
  const storage = await openStorage(config, () => {});
  try {
    const deps = {
      store: storage.store,
      issuing: openIssuing(issuerSettings(config, publicUrl)),
      clock: { now: () => new Date() },
      ids: { next: ulid, code: unused, secret: unused },
      publicUrl,
    };
    console.log(`${await rotate(deps)} signs from now on.`);
    if (distrust === undefined) return;
    const labels = await distrustKey(deps, distrust);
    console.log(`${distrust} is not trusted any more; ${labels} new certificates are asked for.`);
  } finally {
    await storage.close();
  }
}

function unused(): never {
  throw new Error('a key is rotated without codes');
}
