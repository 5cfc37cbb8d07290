import type { ReadWord } from '../../commands/register/readWords.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { Day } from '../../register/day.ts';
import type { Entry } from '../../register/entry.ts';
import { allWords } from '../../register/searchWords.ts';
import { type Validity, validityToday } from '../../register/validity.ts';
import { ownBadge } from '../views/badge.view.ts';
import { statusView } from '../views/status.view.ts';

export type FoundEntry = ReturnType<typeof foundEntry>;

/** Offers that are named; the page of the label has all of them. */
const maxOffers = 4;

/** An entry that was found; the requested offers are first. */
export function foundEntry(entry: Entry, asked: readonly ReadWord[], today: Day, words: Translator) {
  const { number, organisation } = entry;
  const status = validityToday(entry, today);
  const shown = statusView(status, words);
  const href = `/${words.language}/labels/${number}`;
  const terms = new Set(asked.flatMap(({ wanted }) => wanted.map(({ term }) => term)));
  const hits = (name: string) => allWords(name).filter(({ term }) => terms.has(term)).length;
  const offers = entry.offers
    .map(({ id, name }) => ({ name, href: `${href}/offers/${encodeURIComponent(id)}`, hits: hits(name) }))
    .sort((a, b) => b.hits - a.hits);
  const more = offers.length - maxOffers;
  return {
    number,
    href,
    organisation: organisation.name,
    /** What stands between the organisation and its offers. */
    where: words.t('register.where', { commune: organisation.commune }),
    offers: offers.slice(0, maxOffers).map(({ hits: _, ...offer }) => offer),
    more: more > 0 ? words.t('register.moreOffers', { count: more }) : '',
    status: shown,
    /** What follows the word of the status. */
    until: untilOf(status, words) ?? shown.sentence,
    valid: status.valid,
    badge: ownBadge(number, status, 'mark', words.language),
    specimen: entry.specimen,
  };
}

/** Until when a label holds; null where no day is known, or where it does not hold. */
function untilOf({ valid, until, word }: Validity, words: Translator): string | null {
  if (!valid || until === null) return null;
  return words.t(word === 'extended' ? 'status.atTheLatest' : 'register.until', { until: words.date(until) });
}
