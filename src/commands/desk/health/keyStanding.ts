import type { PublicKey } from '../../../register/didDocument.ts';
import type { IssuerKey } from '../../ports/issuedPorts.ts';

/** How a key stands that something is signed with. */
export interface KeyStanding {
  readonly id: string;
  /** Since when it is published; null before the first signature, which publishes it. */
  readonly since: string | null;
  /** False where what it signs would not verify: its trust has ended, or another key is published by its name. */
  readonly trusted: boolean;
}

/** What the register says of a key of this installation. */
export function standingOf({ id, multibase }: PublicKey, published: readonly IssuerKey[]): KeyStanding {
  const key = published.find((one) => one.id === id);
  const trusted = !key || (key.multibase === multibase && key.distrustedAt === null);
  return { id, since: key?.since ?? null, trusted };
}
