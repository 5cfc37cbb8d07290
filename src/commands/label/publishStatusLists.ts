import type { StatusPurpose } from '../ports/issuingPorts.ts';
import type { Deps } from '../ports/ports.ts';

/**
 * Signs and publishes the lists of both purposes of a number as the marks stand now. Of two workers at once, whoever comes second looks
 * at the marks again: what is published is never older than what it replaces.
 */
export async function publishStatusLists(
  deps: Pick<Deps, 'store' | 'issuing' | 'clock' | 'publicUrl'>,
  list: number,
): Promise<void> {
  for (const purpose of ['revocation', 'suspension'] as const) {
    while (!(await publish(deps, purpose, list)));
  }
}

async function publish(
  { store, issuing, clock, publicUrl }: Pick<Deps, 'store' | 'issuing' | 'clock' | 'publicUrl'>,
  purpose: StatusPurpose,
  list: number,
): Promise<boolean> {
  const before = await store.statusList(purpose, list);
  const bits = await store.statusBits(purpose, list);
  const at = clock.now().toISOString();
  const credential = await issuing.statusList({ purpose, list, bits, at, publicUrl });
  const version = (before?.version ?? 0) + 1;
  return store.saveStatusList({ purpose, list, version, credential, at });
}
