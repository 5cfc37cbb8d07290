import { dayAfter, type Period } from '../../policies/period.ts';
import { dayOf, instantsOf } from '../../register/day.ts';
import { lapseDrafts } from '../application/lapseDrafts.ts';
import type { Deps } from '../ports/ports.ts';
import { eraseEnded } from './eraseEnded.ts';
import { forgetUnseen } from './forgetUnseen.ts';

/** Most invitations that one line of the journal tells of. */
const batch = 500;

/** What one run did. */
export interface CarriedOut {
  readonly warned: number;
  readonly draftsErased: number;
  readonly filesErased: number;
  readonly peopleErased: number;
  readonly invitationsRemoved: number;
  readonly complaintsRemoved: number;
  readonly badgeCountsRemoved: number;
}

/**
 * Ends at `now` what the data map (criteria/data.yaml) says is not kept longer; each in a commit of its own, by the service
 * itself, with its line in the journal. Twice is once. Sessions, codes and letters end by the database's own clock; counts of
 * where badges are shown go without a line, because they tell of no one.
 */
export async function carryOutRetention(deps: Deps, now: Date): Promise<CarriedOut> {
  const today = dayOf(now.toISOString());
  const { periods } = deps.dataMap;
  const since = (period: Period) => dayAfter(today, period, -1);
  const startOf = (day: string) => instantsOf(day)[0];
  const drafts = await lapseDrafts(deps, now);
  const filesErased = await eraseEnded(deps, now, startOf(since(periods.endedFiles)));
  const peopleErased = await forgetUnseen(deps, since(periods.unseenPeople));
  let invitationsRemoved = 0;
  for (let removed = batch; removed === batch; invitationsRemoved += removed) {
    const line = { id: deps.ids.next(), at: now.toISOString() };
    removed = await deps.store.removeInvitations(startOf(since(periods.closedInvitations)), batch, line);
  }
  const complaintsRemoved = await removeComplaints(deps, now, startOf(since(periods.complaints)));
  const badgeCountsRemoved = await deps.store.removeBadgeHosts(since(periods.badgeHosts));
  return {
    ...drafts,
    filesErased,
    peopleErased,
    invitationsRemoved,
    complaintsRemoved,
    badgeCountsRemoved,
  };
}

/** Photos go with their complaints, unless something else refers to the same bytes. */
async function removeComplaints(
  deps: Pick<Deps, 'store' | 'files' | 'ids'>,
  now: Date,
  instant: string,
): Promise<number> {
  let count = 0;
  for (let removed = batch; removed === batch; count += removed) {
    const line = { id: deps.ids.next(), at: now.toISOString() };
    const done = await deps.store.removeComplaints(instant, batch, line);
    removed = done.removed;
    const inUse = await deps.store.digestsInUse(done.digests);
    for (const digest of done.digests) if (!inUse.includes(digest)) await deps.files.remove(digest);
  }
  return count;
}
