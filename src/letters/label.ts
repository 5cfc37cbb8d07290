import { requireVisible } from '../commands/common/requireVisible.ts';
import type { Label } from '../commands/items/items.ts';
import { hostTotals } from '../commands/label/hostTotals.ts';
import { notValidSince, shownDays } from '../commands/label/reportStaleBadges.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { addDays, dayOf } from '../register/day.ts';
import { type Cause, letter } from './letter.ts';
import { editors, officers } from './recipients.ts';
import type { OfFile } from './subjects.ts';

/** Tells owners and editors that certificate and badges of their label are there. */
export const labelIssued = letter({
  on: ['label.issued'],
  topic: 'labelNews',
  about: theLabel,
  to: editors,
  path: ({ label, organisation }) => `organisations/${organisation.id}/labels/${label.id}`,
  tells: ({ label, organisation }) => ({ organisation: organisation.name, number: label.id }),
  says: ({ organisation, number }) => ({ rows: { organisation, label: number }, values: { number } }),
});

/** Most hosts that a letter names; the label's page has the rest. */
const max = 20;

/** Tells the officers which hosts show the badge of a label that has not been valid for long, unless it is valid again. */
export const labelStillShown = letter({
  on: ['label.stillShown'],
  topic: null,
  about: async (deps, cause) => {
    const about = await theLabel(deps, cause);
    const since = notValidSince(about.label);
    const shown = await deps.store.badgeHosts([cause.id], addDays(dayOf(cause.record.at), -shownDays));
    if (since === null || shown.length === 0) return null;
    return { ...about, since, hosts: hostTotals(shown, max).map(({ host }) => host) };
  },
  to: officers,
  path: ({ number }) => `files/${number}/label`,
  tells: ({ label: { id, state }, organisation, since, hosts }) => ({
    organisation: organisation.name,
    number: id,
    state,
    since,
    hosts,
  }),
  says: ({ organisation, number, state, since, hosts }, { t, date }) => ({
    rows: { organisation, label: number },
    values: { number, state: t(`states.label.${state}`), since: date(since) },
    list: hosts,
  }),
});

async function theLabel({ store }: Deps, { id }: Cause): Promise<OfFile & { readonly label: Label }> {
  const label = requireVisible(await store.label(id));
  const { organisationId, applicationId } = label.context;
  const organisation = requireVisible(await store.organisation(organisationId));
  return { label, organisation, number: applicationId };
}
