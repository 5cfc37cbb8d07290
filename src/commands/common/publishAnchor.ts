import { createHash } from 'node:crypto';
import type { Deps } from '../ports/ports.ts';

/** Publishes the certificate that seals are by (PEM), so that whoever checks one knows it; done already, it does nothing. */
export async function publishAnchor(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  pem: string,
): Promise<void> {
  const id = createHash('sha256').update(pem).digest('hex');
  await store.addSealAnchor({ id, pem, since: clock.now().toISOString() });
}
