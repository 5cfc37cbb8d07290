import { createHash } from 'node:crypto';
import type { OwnKeys } from '../ports/issuingPorts.ts';
import type { Deps } from '../ports/ports.ts';

/** Publishes what seals and their times lead to, so that whoever checks one knows it; done already, it does nothing. */
export async function publishAnchors(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { anchor, anchorIssuers, timeAnchors }: Pick<OwnKeys, 'anchor' | 'anchorIssuers' | 'timeAnchors'>,
): Promise<void> {
  const since = clock.now().toISOString();
  const row = (pem: string) => ({ id: createHash('sha256').update(pem).digest('hex'), pem, since });
  await store.addSealAnchor({ ...row(anchor), issuers: anchorIssuers });
  for (const pem of timeAnchors) await store.addTimeAnchor(row(pem));
}
