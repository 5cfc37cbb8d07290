import { isOfficer } from '../../../policies/who.ts';
import { type DeskRow, deskKinds } from '../../ports/deskPorts.ts';
import { deskTerm } from '../../ports/deskTerms.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { viewOf } from '../viewOf.ts';
import { theirView } from './caseSubject.ts';

/** Most rows of a kind that are looked at, those that changed last, and most that are shown. */
const maxRead = 100;
const maxShown = 8;

type Row = Pick<DeskRow, 'id' | 'owner' | 'followers' | 'changedAt'>;

/** The ids of those of some rows that changed since the asker opened them, of what they follow or own. */
export async function unreadOf(
  { store }: Pick<Deps, 'store'>,
  asker: Asker,
  rows: readonly Row[],
): Promise<ReadonlySet<string>> {
  const theirs = rows.filter(({ owner, followers }) => owner === asker.id || followers.includes(asker.id));
  if (theirs.length === 0) return new Set();
  const seen = await store.seenAt(
    asker.id,
    theirs.map(({ id }) => id),
  );
  return new Set(theirs.flatMap(({ id, changedAt }) => (changedAt > (seen.get(id) ?? '') ? [id] : [])));
}

/** Files and labels that an officer follows and that changed since they opened them, the newest first; of nothing that is hidden from them. */
export async function listUnread(deps: Deps, asker: Asker) {
  if (!isOfficer(asker)) return { rows: [], count: 0 };
  const store = deps.store.seenBy(await viewOf(deps, theirView, asker));
  const terms = [[deskTerm('follower', asker.id)]];
  const found = await Promise.all(
    deskKinds.map((kind) => store.searchDesk({ kind, terms, days: [] }, { sort: 'changed', limit: maxRead })),
  );
  const followed = found.flat().map(({ row }) => row);
  const unread = await unreadOf({ store }, asker, followed);
  const rows = followed
    .filter(({ id }) => unread.has(id))
    .sort((a, b) => b.changedAt.localeCompare(a.changedAt));
  return { rows: rows.slice(0, maxShown), count: rows.length };
}
