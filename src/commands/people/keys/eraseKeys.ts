import type { EventActor } from '../../../workflow/events.ts';
import { changeItem } from '../../common/noteOn.ts';
import type { Deps } from '../../ports/ports.ts';

/** Ends every key of an organisation with it, and takes away what they were called. */
export async function erasedKeys(
  deps: Pick<Deps, 'store' | 'ids'>,
  organisationId: string,
  { at, actor }: { readonly at: string; readonly actor: EventActor },
) {
  const line = { at, actor, facts: ['apiKey.revoked'] } as const;
  return (await deps.store.apiKeysOf(organisationId)).map((key) =>
    changeItem(deps, 'apiKeys', key, { name: '', revokedAt: key.revokedAt ?? at, previous: null }, line),
  );
}
