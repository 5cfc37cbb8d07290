import type { TrustRoot } from '../../register/trust/trustRoot.ts';
import type { Deps } from '../ports/ports.ts';

/** The keys of the public log and of its witnesses, as verifier keys (C2SP signed-note). */
export interface TrustedLog {
  readonly vkey: string;
  /** Those of logs of ours that ended: what they proved stays proven. */
  readonly earlier: readonly string[];
  /** Those of every witness that there ever was. */
  readonly witnesses: readonly string[];
  /** How many of them a reader is to wait for. */
  readonly quorum: number;
  /** Whether a root of trust names this log and its witnesses. */
  readonly pinned?: boolean;
}

/** What proofs of the public log are checked by, of today's and of those that ended; null before there is one. */
export async function trustedLog({ store }: Pick<Deps, 'store'>): Promise<TrustedLog | null> {
  const [head, keys] = await Promise.all([store.logHead(), store.logKeys()]);
  if (!head) return null;
  const { vkey, checkpoint } = head;
  const all = (wanted: (typeof keys)[number]['kind']) =>
    keys.filter(({ kind }) => kind === wanted).map((key) => key.vkey);
  return {
    vkey,
    earlier: all('log').filter((key) => key !== vkey),
    witnesses: all('witness'),
    quorum: checkpoint?.quorum ?? 0,
  };
}

/**
 * The same with the key, witnesses and quorum that a root of trust names, where it names them. Fewer than more than half of the witnesses may
 * each have seen another log.
 */
export function logByRoot(root: TrustRoot | undefined, log: TrustedLog | null): TrustedLog | null {
  const named = root?.signed.log;
  if (!log || !named) return log;
  const { vkey, witnesses } = named;
  const moreThanHalf = witnesses.length === 0 ? 0 : Math.floor(witnesses.length / 2) + 1;
  const quorum = Math.max(named.quorum, moreThanHalf);
  const earlier = log.earlier.filter((key) => key !== vkey);
  return { vkey, witnesses, quorum, earlier, pinned: true };
}
