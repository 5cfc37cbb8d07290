import type { ApplicationState } from '../../../workflow/stored.ts';
import type { DeskSearch } from '../../ports/deskPorts.ts';
import { deskTerm } from '../../ports/deskTerms.ts';
import type { ListedFile } from '../../ports/listingPorts.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { keepersFor, whoseOf } from '../casework/whoseOf.ts';
import type { Found } from './digestLine.ts';

/** Files of colleagues are counted to here. */
const maxCounted = 10_000;

type Waiting = Omit<Found, 'lines'> & { readonly files: readonly ListedFile[] };

/**
 * Files in some states, the oldest first, and how many more there are. Where those of everybody do not fit, the oldest of one's own
 * and of nobody's are read as well, however many of colleagues come before them.
 */
export async function waitingFiles(
  deps: Deps,
  asker: Asker,
  states: readonly ApplicationState[],
  limit: number,
): Promise<Waiting> {
  const { store } = deps;
  const oldest = await store.submittedIn(states, limit);
  if (oldest.length < limit) return { files: oldest, more: 0 };
  const keepers = [...(await keepersFor(deps, asker)).values()];
  const owners = (isMine: boolean) =>
    keepers.flatMap(({ owner, keeper }) => ((keeper.id === asker.id) === isMine ? [owner.id] : []));
  const [mine, free, counts, ofOthers] = await Promise.all([
    oldestOf(owners(true)),
    oldestOf(['']),
    store.countIn(states),
    countOf(owners(false)),
  ]);
  const known = new Set(oldest.map(({ id }) => id));
  const others = [...mine, ...free].filter((id) => !known.has(id));
  const files = [...oldest, ...(await store.applications(others))];
  const whose = await whoseOf(
    deps,
    asker,
    files.map(({ id }) => `files/${id}` as const),
  );
  const readOfOthers = files.filter(({ id }) => whose(`files/${id}`).whose === 'others').length;
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return {
    files,
    more: Math.max(0, all - ofOthers - (files.length - readOfOthers)),
    moreOfOthers: Math.max(0, ofOthers - readOfOthers),
  };

  async function oldestOf(ids: readonly string[]): Promise<string[]> {
    const found = await store.searchDesk(ownedBy(ids), { sort: 'since', limit });
    return found.map(({ row }) => row.applicationId);
  }

  async function countOf(ids: readonly string[]): Promise<number> {
    return ids.length === 0 ? 0 : store.countDesk(ownedBy(ids), maxCounted);
  }

  function ownedBy(ids: readonly string[]): DeskSearch {
    const owned = ids.map((id) => deskTerm('owner', id));
    return { kind: 'files', terms: [owned, states.map((state) => deskTerm('state', state))], days: [] };
  }
}
