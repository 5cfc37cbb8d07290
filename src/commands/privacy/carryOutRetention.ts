import { dayAfter, type Period } from '../../policies/period.ts';
import { type Day, dayOf, instantsOf } from '../../register/day.ts';
import { dropPrepared } from '../application/correspondence/attachments.ts';
import { eraseContent, lapseDrafts } from '../application/lapseDrafts.ts';
import { systemActor } from '../common/actor.ts';
import { everyItem } from '../common/pages.ts';
import { isDoneUnless } from '../common/retryOnConflict.ts';
import { eraseComplaint } from '../complaint/eraseComplaint.ts';
import { erasedConversation, erasedNeed } from '../exchange/eraseExchanges.ts';
import type { Application } from '../items/items.ts';
import type { Deps } from '../ports/ports.ts';
import { forgetPerson } from './erasePerson.ts';

/** Most invitations that one line of the journal tells of. */
const batch = 500;

/** Ends what the data map (data.yaml) says is not kept longer, each with its line in the journal; twice is once. Gives how many of each. */
export async function carryOutRetention(deps: Deps, now: Date) {
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
  const complaintsErased = await eraseComplaints(deps, now, startOf(since(periods.complaints)));
  const exchangesErased = await eraseExchanges(deps, now, startOf(since(periods.exchanges)));
  // Without a line, because it was never sent to anybody.
  const attachmentsDropped = await dropPrepared(deps, startOf(since(periods.attachments)));
  // Those tell of no one; sessions, codes and letters end by the database's own clock.
  const badgeCountsRemoved = await deps.store.removeBadgeHosts(since(periods.badgeHosts));
  const removed = {
    invitationsRemoved,
    complaintsErased,
    exchangesErased,
    badgeCountsRemoved,
    attachmentsDropped,
  };
  return { ...drafts, filesErased, peopleErased, ...removed };
}

/** Erases what was written in complaints of before `instant`. Gives how many. */
async function eraseComplaints(deps: Deps, now: Date, instant: string): Promise<number> {
  let count = 0;
  for await (const complaint of everyItem((page) => deps.store.complaintsWithContent(instant, page))) {
    const erase = () => eraseComplaint(deps, complaint, now.toISOString());
    if (await isDoneUnless(['stale'], erase)) count += 1;
  }
  return count;
}

/** Erases what was written in needs that are over and in conversations, of before `instant`. Gives how many of both. */
async function eraseExchanges(deps: Deps, now: Date, instant: string): Promise<number> {
  const { store } = deps;
  const at = now.toISOString();
  let count = 0;
  for await (const need of everyItem((page) => store.needsWithContent(instant, page))) {
    const erase = () => store.commit([erasedNeed(deps, need, at)]);
    if (await isDoneUnless(['stale'], erase)) count += 1;
  }
  for await (const one of everyItem((page) => store.conversationsWithContent(instant, page))) {
    const erase = () => store.commit([erasedConversation(deps, one, at)]);
    if (await isDoneUnless(['stale'], erase)) count += 1;
  }
  return count;
}

/** Ends without a label; a refusal is one once nobody can appeal against it any more. */
const ended: readonly Application['state'][] = ['closed', 'withdrawn', 'lapsed'];

/** Erases what was typed and added for files that ended without a label before `limit` (ISO instant). Gives how many. */
async function eraseEnded(deps: Deps, now: Date, limit: string): Promise<number> {
  let count = 0;
  for await (const file of everyItem((page) => deps.store.filesWithContent(ended, limit, page))) {
    const end = await deps.store.lastRecord(`applications/${file.id}`);
    if (!end || end.at >= limit) continue;
    const erase = () => eraseContent(deps, file, { at: now.toISOString(), ended: true });
    if (await isDoneUnless(['stale'], erase)) count += 1;
  }
  return count;
}

/** Erases people without role and organisation who did not come since `day`, but for those who have a part in an open file. */
async function forgetUnseen(deps: Deps, day: Day): Promise<number> {
  let count = 0;
  for await (const person of everyItem((page) => deps.store.unseenPeople(day, page))) {
    // In use, or come back at this very moment: the next run looks again.
    const forget = () => forgetPerson(deps, person, systemActor);
    if (await isDoneUnless(['refused', 'stale', 'notFound'], forget)) count += 1;
  }
  return count;
}
