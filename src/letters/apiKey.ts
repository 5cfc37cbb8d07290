import { requireVisible } from '../commands/common/requireVisible.ts';
import type { ApiKey } from '../commands/items/apiKey.ts';
import type { Organisation, Person } from '../commands/items/items.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { letter } from './letter.ts';
import { owners } from './recipients.ts';

interface OfKey {
  readonly key: ApiKey;
  /** Null for a partner's key. */
  readonly organisation: Organisation | null;
}

/** Tells those who can renew a key of the API that it ends soon: whoever speaks for its organisation, or the administrators. */
export const apiKeyEnds = letter({
  on: ['apiKey.endsSoon'],
  topic: null,
  about: async ({ store }, { id }): Promise<OfKey> => {
    const key = requireVisible(await store.apiKey(id));
    const of = key.organisationId;
    return { key, organisation: of === null ? null : requireVisible(await store.organisation(of)) };
  },
  holds: ({ key, data }) => key.revokedAt === null && key.endsOn === data.dueAt,
  to: whoRenews,
  path: ({ key }) => (key.organisationId === null ? 'api-keys' : `organisations/${key.organisationId}/keys`),
  tells: ({ key, organisation }) => ({
    organisation: organisation?.name ?? '',
    key: key.name,
    dueAt: key.endsOn,
  }),
  says: ({ organisation, key, dueAt }, { date }) => ({
    rows: { organisation, key, dueAt: date(dueAt) },
    values: { key },
  }),
});

async function whoRenews({ organisation }: OfKey, deps: Deps): Promise<readonly Person[]> {
  return organisation ? owners({ organisation }, deps) : deps.store.peopleWith('administrator');
}
