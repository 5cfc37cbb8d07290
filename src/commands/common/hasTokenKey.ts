import { isEc } from '../../register/didDocument.ts';
import type { Deps } from '../ports/ports.ts';

/** Whether there is a key that tokens can be signed with: what wallets take and are asked needs one. */
export async function hasTokenKey(store: Pick<Deps['store'], 'issuerKeys'>): Promise<boolean> {
  const keys = await store.issuerKeys();
  return keys.some(({ multibase, distrustedAt }) => isEc(multibase) && distrustedAt === null);
}
