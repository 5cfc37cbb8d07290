import { keyStateAt } from '../../../policies/apiKey.ts';
import { roleIn } from '../../../policies/organisation.ts';
import type { ApiKey } from '../../items/apiKey.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type KeysOf, keyHolder } from '../keys/ownKeys.ts';

export type KeyList = Awaited<ReturnType<typeof listKeys>>;

/** The keys of an organisation, or of partners, the newest first, for who may make and end them. */
export async function listKeys(deps: Pick<Deps, 'store' | 'clock'>, asker: Asker, of: KeysOf) {
  const { organisation, eventMeta } = await keyHolder(deps, asker, of);
  const keys = await deps.store.apiKeysOf(of.organisationId);
  return {
    organisation,
    at: eventMeta.at,
    keys: await Promise.all(keys.map((key) => shownKey(deps, key, eventMeta.at))),
  };
}

/** A key as its people see it: never its digest. */
async function shownKey({ store }: Pick<Deps, 'store'>, key: ApiKey, at: string) {
  const { id, revision, name, scopes, since, madeAt, endsOn, usedOn, organisationId } = key;
  const maker = await store.person(key.madeBy);
  const isOf =
    organisationId === null || (maker?.removedAt === null && roleIn(maker, organisationId) !== null);
  const state = keyStateAt(key, at);
  return {
    ...{ id, revision, name, scopes, since, madeAt, endsOn, usedOn },
    /** `orphaned`: nobody is behind it any more. */
    state: state === 'active' && !isOf ? ('orphaned' as const) : state,
    /** Until when the key of before goes on; null where it does not. */
    previousUntil: key.previous && at < key.previous.until ? key.previous.until : null,
    madeBy: maker?.name || maker?.email || '',
  };
}
