import type { PublicKey } from '../../../register/didDocument.ts';
import type { Deps } from '../../ports/ports.ts';

/** How the key stands that credentials are signed with. */
export interface KeyStanding {
  readonly id: string;
  /** Since when it is published; null before the first signature, which publishes it. */
  readonly since: string | null;
  /** False where what it signs would not verify: its trust has ended, or another key is published by its name. */
  readonly trusted: boolean;
}

/** Reads the key of this installation and what the register says of it; fails where a key or the seal is missing. */
export async function keyStanding({
  issuing,
  store,
}: Pick<Deps, 'issuing' | 'store'>): Promise<KeyStanding & { readonly anchor: string }> {
  const [{ credential, token, anchor }, published] = await Promise.all([issuing.keys(), store.issuerKeys()]);
  const named = (own: PublicKey) => published.find(({ id }) => id === own.id);
  const trusted = [credential, ...(token ? [token] : [])].every((own) => {
    const key = named(own);
    return !key || (key.multibase === own.multibase && key.distrustedAt === null);
  });
  const key = named(credential);
  return { id: credential.id, since: key?.since ?? null, trusted, anchor };
}
