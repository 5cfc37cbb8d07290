import { belongsTo, mayEdit, ownOrganisations } from '../../../policies/organisation.ts';
import { everything } from '../../../policies/view.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Sponsorship } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { isSponsorable } from '../sponsorship/askSponsor.ts';

/** A sponsorship as it is shown to the people of the holder. */
export type SponsorDesk = Awaited<ReturnType<typeof deskOf>>;

/** One that was requested of one's own organisation; any other one is not found. */
export async function viewSponsorship(deps: Deps, asker: Asker, id: string) {
  const sponsorship = requireVisible(await deps.store.sponsorship(id));
  requireVisible(belongsTo(asker, sponsorship.sponsorId));
  return deskOf(deps, asker, sponsorship);
}

/** Those of all the asker's organisations: what waits for an answer, and the words given, the newest first. */
export async function listSponsorships(deps: Deps, asker: Asker) {
  const all = await Promise.all(ownOrganisations(asker).map((id) => deps.store.sponsorshipsBy(id)));
  const shown = all.flat().filter(({ state }) => state === 'asked' || state === 'given');
  const desks = await Promise.all(shown.map((sponsorship) => deskOf(deps, asker, sponsorship)));
  return desks.filter(({ sponsorship, open }) => open || sponsorship.state === 'given');
}

async function deskOf(deps: Pick<Deps, 'store'>, asker: Asker, sponsorship: Sponsorship) {
  // The holder does not see the file; it learns only whether it still accepts a statement.
  const application = await deps.store.seenBy(everything).application(sponsorship.applicationId);
  return {
    sponsorship,
    /** Whether a statement can still be given. */
    open: application !== null && isSponsorable(application),
    /** Whether the asker may answer for the holder. */
    mayAnswer: mayEdit(asker, sponsorship.sponsorId),
  };
}
