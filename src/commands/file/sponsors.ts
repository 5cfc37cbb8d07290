import { belongsTo } from '../../policies/organisation.ts';
import { everything } from '../../policies/view.ts';
import { type Day, dayOf } from '../../register/day.ts';
import { requireVisible } from '../common/requireVisible.ts';
import type { Sponsorship } from '../items/items.ts';
import type { Asker, Deps } from '../ports/ports.ts';

/** Whom an application asked for a statement and what they answered, for the people of its organisation. */
export async function listSponsors(
  deps: Pick<Deps, 'store'>,
  asker: Asker,
  applicationId: string,
): Promise<Sponsorship[]> {
  const application = requireVisible(await deps.store.application(applicationId));
  requireVisible(belongsTo(asker, application.context.organisationId));
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

/** The criterion that a holder answers with the words it gave (docs/design/criteria.md#sponsorship). */
export const sponsoringCriterion = 'COO-04';

/** The words that an organisation gave for others since its label began: the days, and nothing of whom. */
export interface Sponsored {
  readonly since: Day;
  readonly days: readonly Day[];
}

/** What counts for the one who gives; null for an organisation without a label, which cannot have given any. */
export async function sponsoredSince(
  deps: Pick<Deps, 'store'>,
  organisationId: string,
): Promise<Sponsored | null> {
  // The same count for everyone who reads the file, whatever else they are kept away from: days name nobody.
  const store = deps.store.seenBy(everything);
  const [label] = await store.labelsOf(organisationId);
  if (!label) return null;
  const { since } = label.context;
  const days = (await store.sponsorshipsBy(organisationId)).flatMap(({ state, answeredAt }) =>
    state === 'given' && answeredAt !== null ? [dayOf(answeredAt)] : [],
  );
  return { since, days: days.filter((day) => day >= since).sort() };
}
