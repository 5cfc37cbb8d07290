import { refuseFor } from '../../errors.ts';
import { everything } from '../../policies/view.ts';
import type { Deps } from '../ports/ports.ts';

/** Refuses a message between two organisations where either takes none from the other. */
export async function requireUnblocked({ store }: Pick<Deps, 'store'>, from: string, to: string) {
  const sides = await store.seenBy(everything).organisations([from, to]);
  const blocks = (one: string, other: string) =>
    sides.find(({ id }) => id === one)?.blocked?.includes(other) === true;
  refuseFor({ counterpartBlocked: blocks(from, to), blockedByCounterpart: blocks(to, from) });
}
