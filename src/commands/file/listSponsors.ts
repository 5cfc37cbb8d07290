import { belongsTo } from '../../policies/organisation.ts';
import { requireVisible } from '../common/requireVisible.ts';
import type { Sponsorship } from '../items/items.ts';
import type { Asker, Deps } from '../ports/ports.ts';

/** Whom an application asked for a word and what they answered, for the people of its organisation. */
export async function listSponsors(
  deps: Pick<Deps, 'store'>,
  asker: Asker,
  applicationId: string,
): Promise<Sponsorship[]> {
  const application = requireVisible(await deps.store.application(applicationId));
  requireVisible(belongsTo(asker, application.context.organisationId) || null);
  return deps.store.sponsorshipsFor(applicationId);
}

/** The words given for a file, for who may read it: they stand beside it and count for nothing. */
export async function givenWords(
  { store }: Pick<Deps, 'store'>,
  applicationId: string,
): Promise<Sponsorship[]> {
  const all = await store.sponsorshipsFor(applicationId);
  return all.filter(({ state }) => state === 'given');
}
