import type { Application } from '../items/items.ts';
import type { ListedFile } from '../ports/listingPorts.ts';
import type { Deps } from '../ports/ports.ts';
import { boardStates } from './boardStates.ts';

/** How many files of the board are in each state; a state without any is not there. */
export type BoardCounts = ReadonlyMap<Application['state'], number>;

/** A place in the order of the board: after the file of that id in that state; an empty id is before the first of them. */
export interface BoardPlace {
  readonly state: Application['state'];
  readonly id: string;
}

/**
 * The next `limit` files in the order of the board. States that fit in whole by their counts are read together, so that a
 * page takes one read where all of it fits, and otherwise one more for each end that is cut.
 */
export async function boardFiles(
  { store }: Pick<Deps, 'store'>,
  counts: BoardCounts,
  limit: number,
  after: BoardPlace | null,
): Promise<ListedFile[]> {
  const first = after === null ? 0 : boardStates.indexOf(after.state);
  const waiting = boardStates.slice(first).filter((state) => counts.has(state));
  const files: ListedFile[] = [];
  while (waiting.length > 0 && files.length < limit) {
    const room = limit - files.length;
    const begun = waiting[0] === after?.state;
    const states = waiting.splice(0, begun ? 1 : fitting(waiting, counts, room));
    const read = await store.submittedIn(states, room, begun ? after?.id : undefined);
    files.push(...states.flatMap((state) => read.filter((file) => file.state === state)));
  }
  return files;
}

/** How many of the next states fit in whole, one at least. */
function fitting(states: readonly Application['state'][], counts: BoardCounts, room: number): number {
  let total = 0;
  const full = states.findIndex((state) => {
    total += counts.get(state) ?? 0;
    return total > room;
  });
  return full === -1 ? states.length : Math.max(full, 1);
}
