import type { Language } from '../../criteria/scheme.ts';
import { badgeDay, badgeTitle } from '../../i18n/badgeTitle.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { Day } from '../../register/day.ts';
import type { Entry } from '../../register/entry.ts';
import { isActiveWord, type PublicStatus } from '../../register/publicStatus.ts';
import { type Validity, validityToday } from '../../register/validity.ts';
import type { BadgeForm } from '../http/webDeps.ts';

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
  return !valid && isActiveWord(word);
}

/**
 * Where the badge of this very label is. At the bare address of a label that was replaced stands its successor's, for sites that
 * show it; a page that speaks of the label itself asks for its own. The address names the status, which the answer does not look at:
 * a page that says another one does not show the picture that the browser kept.
 */
export function ownBadge(
  number: string,
  { word }: PublicStatus,
  form: BadgeForm,
  language: Language,
): string {
  const own = word === 'superseded' ? '&successor=no' : '';
  return `/badges/${number}.svg?form=${form}&language=${language}${own}&status=${word}`;
}

/** The alternative text of a badge on a page, in the language of the page: it says what the picture says. */
export function badgeAlt(
  { entry, status }: { readonly entry: Pick<Entry, 'number' | 'specimen'>; readonly status: Validity },
  words: Translator,
): string {
  const { number, specimen } = entry;
  const until = badgeDay(status);
  const day = until === null ? undefined : words.date(until);
  return badgeTitle({ number, status: status.word, language: words.language, day, specimen });
}
