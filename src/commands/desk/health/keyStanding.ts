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
  const [{ credential, anchor }, published] = await Promise.all([issuing.keys(), store.issuerKeys()]);
  const key = published.find(({ id }) => id === credential.id);
  const trusted = !key || (key.multibase === credential.multibase && key.distrustedAt === null);
  return { id: credential.id, since: key?.since ?? null, trusted, anchor };
}
