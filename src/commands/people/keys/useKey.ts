import { LabelError } from '../../../errors.ts';
import { keyStateAt } from '../../../policies/apiKey.ts';
import { mayPrepare, roleIn } from '../../../policies/organisation.ts';
import { dayOf } from '../../../register/day.ts';
import type { ApiKey, KeyScope } from '../../items/apiKey.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { keyHash } from './keySecret.ts';

type With = Pick<Deps, 'store' | 'clock'>;

/** Why a key does not count. */
export type WhyRefused = 'unknown' | 'ended' | 'revoked' | 'replaced' | 'makerLeft';

/** A key that counts now, and who is behind what it does: who made it, as they are now; null for a partner's. */
export interface UsedKey {
  readonly key: Pick<ApiKey, 'id' | 'organisationId'>;
  /** What it lets do now. */
  readonly scopes: readonly KeyScope[];
  readonly asker: Asker | null;
}

/**
 * The key that a program gave, with its use noted by the day; `keyRefused` with the reason where it does not count. Behind the key
 * of an organisation acts its maker, without any role of staff and within that organisation alone: whoever left it has left nothing.
 */
export async function useKey(deps: With, given: string, request: string): Promise<UsedKey> {
  const hash = keyHash(given);
  const key = hash === null ? null : await deps.store.apiKeyBySecret(hash);
  if (key === null || hash === null) throw refused('unknown');
  const at = deps.clock.now().toISOString();
  const state = keyStateAt(key, at);
  if (state !== 'active') throw refused(state);
  if (key.secretHash !== hash && !(key.previous && at < key.previous.until)) throw refused('replaced');
  const asker = key.organisationId === null ? null : await makerIn(deps, key, key.organisationId, request);
  const today = dayOf(at);
  if (key.usedOn !== today) await deps.store.noteKeyUse(key.id, today);
  return { key, scopes: asker ? scopesOf(key, asker) : key.scopes, asker };
}

/** `scopeMissing`, with its name, for a key that was not made for this. */
export function requireScope({ scopes }: Pick<UsedKey, 'scopes'>, scope: KeyScope): void {
  if (!scopes.includes(scope)) throw new LabelError('scopeMissing', { params: { scope } });
}

/** Those of a key that its maker may use themselves. */
function scopesOf({ scopes }: ApiKey, asker: Asker): readonly KeyScope[] {
  const mayWrite = asker.memberships.some(({ organisationId }) => mayPrepare(asker, organisationId));
  return scopes.filter((scope) => scope !== 'evidence.write' || mayWrite);
}

async function makerIn(
  { store }: With,
  key: ApiKey,
  organisationId: string,
  request: string,
): Promise<Asker> {
  const person = await store.person(key.madeBy);
  if (!person || person.removedAt !== null || roleIn(person, organisationId) === null)
    throw refused('makerLeft');
  const memberships = person.memberships.filter((one) => one.organisationId === organisationId);
  return { ...person, roles: [], memberships, request, key: key.id };
}

function refused(why: WhyRefused): LabelError {
  return new LabelError('keyRefused', { params: { why } });
}
