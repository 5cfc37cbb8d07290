import { everything } from '../../policies/view.ts';
import { dayOf } from '../../register/day.ts';
import { ownApplication } from '../common/fileInput.ts';
import type { Asker, Deps } from '../ports/ports.ts';

/** Whom an application asked for a statement and what they answered, for the people of its organisation. */
export async function listSponsors(deps: Pick<Deps, 'store'>, asker: Asker, applicationId: string) {
  await ownApplication(deps, asker, applicationId);
  return deps.store.sponsorshipsFor(applicationId);
}

/** The statements given for a file, for who may read it: they are shown beside it and never scored. */
export async function givenWords({ store }: Pick<Deps, 'store'>, applicationId: string) {
  const all = await store.sponsorshipsFor(applicationId);
  return all.filter(({ state }) => state === 'given');
}

export type Sponsored = NonNullable<Awaited<ReturnType<typeof sponsoredSince>>>;

/** The days on which an organisation gave statements for others since its label began, without naming them; null without a label. */
export async function sponsoredSince(deps: Pick<Deps, 'store'>, organisationId: string) {
  // Read from the whole store, so that everyone who reads the file gets the same count: days name nobody.
  const store = deps.store.seenBy(everything);
  const [label] = await store.labelsOf(organisationId);
  if (!label) return null;
  const { since } = label.context;
  const days = (await store.sponsorshipsBy(organisationId)).flatMap(({ state, answeredAt }) =>
    state === 'given' && answeredAt !== null ? [dayOf(answeredAt)] : [],
  );
  return { since, days: days.filter((day) => day >= since).sort() };
}
