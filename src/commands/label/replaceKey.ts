import { LabelError } from '../../errors.ts';
import type { Deps } from '../ports/ports.ts';
import { distrustKey } from './distrustKey.ts';
import { rotateKey } from './rotateKey.ts';

/**
 * Makes a new key that takes the place of one that is not to be trusted any more; where that one is none of ours (`notFound`),
 * nothing is made. Gives the new key's id, and for how many labels a new certificate is asked.
 */
export async function replaceKey(
  deps: Pick<Deps, 'store' | 'issuing' | 'clock' | 'ids' | 'publicUrl'>,
  id: string,
): Promise<{ readonly key: string; readonly labels: number }> {
  const keys = await deps.store.issuerKeys();
  if (!keys.some((key) => key.id === id)) {
    throw new LabelError('notFound', { params: { id, keys: keys.map((key) => key.id).join(', ') } });
  }
  return { key: await rotateKey(deps), labels: await distrustKey(deps, id) };
}
