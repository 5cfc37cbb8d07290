import { createHash } from 'node:crypto';
import type { Deps } from '../ports/ports.ts';

/**
 * Makes public what this process signs with, before anything signed is: everyone must be able to check it. A key that another
 * one has the name of, or that nobody trusts any more, signs nothing.
 */
export async function registerKeys({
  store,
  issuing,
  clock,
}: Pick<Deps, 'store' | 'issuing' | 'clock'>): Promise<void> {
  const { credential, anchor } = await issuing.keys();
  const since = clock.now().toISOString();
  if (!(await store.addIssuerKey({ ...credential, since, distrustedAt: null }))) {
    throw new Error(
      `another key is published as ${credential.id}: make a new one with "made-in-ess rotate-key"`,
    );
  }
  const keys = await store.issuerKeys();
  if (keys.find(({ id }) => id === credential.id)?.distrustedAt) {
    throw new Error(`${credential.id} is not trusted any more: make a new key with "made-in-ess rotate-key"`);
  }
  const id = createHash('sha256').update(anchor).digest('hex');
  await store.addSealAnchor({ id, pem: anchor, since });
}
