import type { Day } from '../../register/day.ts';
import type { Entry } from '../../register/entry.ts';
import type { PublicStatus } from '../../register/publicStatus.ts';
import { type Validity, validityToday } from '../../register/validity.ts';

/** Which badge is shown, and what it says on a day. */
export interface ShownBadge {
  readonly entry: Entry;
  readonly status: Validity;
}

/**
 * What stands at the badge address of a label: for one that was replaced, the badge of the label that took its place, so that
 * a renewed label needs no change on any site; only one step far, and its own where that one was replaced too. Null for a label
 * without a certificate yet, which must not be taken for one. `lookUp` finds that other label.
 */
export async function shownBadge(
  lookUp: (number: string) => Promise<{ readonly entry: Entry | null }>,
  entry: Entry,
  today: Day,
): Promise<ShownBadge | null> {
  const own = { entry, status: validityToday(entry, today) };
  if (own.status.word === 'superseded' && entry.successor !== undefined) {
    const { entry: next } = await lookUp(entry.successor);
    const status = next && validityToday(next, today);
    if (next && status && status.word !== 'superseded' && !beingIssued(status))
      return { entry: next, status };
  }
  return beingIssued(own.status) ? null : own;
}

/** Whether a label has no certificate yet that could be relied on: it has no badge either. */
export function beingIssued({ word, valid }: PublicStatus): boolean {
  return !valid && (word === 'active' || word === 'provisional');
}
