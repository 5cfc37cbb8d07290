import { LabelError } from '../../../errors.ts';
import { speaksFor } from '../../../policies/organisation.ts';
import { isAdministrator } from '../../../policies/who.ts';
import { actorOf } from '../../common/actor.ts';
import { requireRevision, requireVisible } from '../../common/requireVisible.ts';
import type { ApiKey } from '../../items/apiKey.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { ownTeam } from '../organisations/ownTeam.ts';

type With = Pick<Deps, 'store' | 'clock'>;

/** Whose keys: those of an organisation, or with null those of partners. */
export interface KeysOf {
  readonly organisationId: string | null;
}

/** Which key of them, and the revision that the person read. */
export interface KeyInput extends KeysOf {
  readonly keyId: string;
  readonly revision: number;
}

/** Who may make and end these keys now, with what goes with a line of theirs: who speaks for the organisation, or an administrator. */
export async function keyHolder(deps: With, asker: Asker, { organisationId }: KeysOf) {
  if (organisationId !== null) {
    const { organisation, self, eventMeta } = await ownTeam(deps, asker, organisationId);
    requireVisible(speaksFor(self, organisationId));
    return { organisation, eventMeta };
  }
  if (!isAdministrator(asker)) throw new LabelError('forbidden');
  return { organisation: null, eventMeta: { at: deps.clock.now().toISOString(), actor: actorOf(asker) } };
}

/** A key of theirs as the person read it; a key of others is not found. */
export async function keyToChange(deps: With, asker: Asker, { keyId, revision, ...of }: KeyInput) {
  const { eventMeta } = await keyHolder(deps, asker, of);
  const key = requireVisible(await deps.store.apiKey(keyId));
  requireVisible(key.organisationId === of.organisationId);
  return { key: requireRevision<ApiKey>(key, revision), eventMeta };
}

/** A key as its organisation takes it along: without what opens anything. */
export function exportedKey({ name, scopes, since, madeBy, madeAt, endsOn, revokedAt, usedOn }: ApiKey) {
  return { name, scopes, since, madeBy, madeAt, endsOn, revokedAt, usedOn };
}
