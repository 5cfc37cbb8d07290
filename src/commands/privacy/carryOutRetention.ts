import { LabelError } from '../../errors.ts';
import { dayAfter, type Period } from '../../policies/period.ts';
import { type Day, dayOf, instantsOf } from '../../register/day.ts';
import { eraseContent, lapseDrafts } from '../application/lapseDrafts.ts';
import { systemActor } from '../common/actor.ts';
import type { Application } from '../items/items.ts';
import type { Deps } from '../ports/ports.ts';
import { forgetPerson } from './erasePerson.ts';

/** Most invitations that one line of the journal tells of. */
const batch = 500;

/** What one run did. */
interface CarriedOut {
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

const pageSize = 100;
/** Ends without a label; a refusal is one once nobody can appeal against it any more. */
const ended: readonly Application['state'][] = ['closed', 'withdrawn', 'lapsed'];

/** Erases what was typed and added for files that ended without a label before `limit` (ISO instant). Gives how many. */
async function eraseEnded(deps: Deps, now: Date, limit: string): Promise<number> {
  let count = 0;
  for (let last = ''; ; ) {
    const page = await deps.store.filesWithContent(ended, limit, { limit: pageSize, last });
    for (const file of page) if (await eraseOne(deps, file, now, limit)) count += 1;
    last = page.at(-1)?.id ?? '';
    if (page.length < pageSize) return count;
  }
}

async function eraseOne(deps: Deps, file: Application, now: Date, limit: string): Promise<boolean> {
  const end = await deps.store.lastRecord(`applications/${file.id}`);
  if (!end || end.at >= limit) return false;
  try {
    await eraseContent(deps, file, { at: now.toISOString(), ended: true });
    return true;
  } catch (error) {
    if (error instanceof LabelError && error.code === 'stale') return false;
    throw error;
  }
}

/** Erases people without role and organisation who did not come since `day`, but for those who have a part in an open file. */
async function forgetUnseen(deps: Deps, day: Day): Promise<number> {
  let count = 0;
  for (let last = ''; ; ) {
    const page = await deps.store.unseenPeople(day, { limit: pageSize, last });
    for (const person of page) {
      try {
        await forgetPerson(deps, person, systemActor);
        count += 1;
      } catch (error) {
        // In use, or come back at this very moment: the next run looks again.
        if (!(error instanceof LabelError)) throw error;
      }
    }
    last = page.at(-1)?.id ?? '';
    if (page.length < pageSize) return count;
  }
}
