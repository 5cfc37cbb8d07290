import type { Translator } from '../../i18n/i18n.ts';
import { schemeId } from '../../profile/schemeFile.ts';
import { type Day, instantsOf } from '../../register/day.ts';
import type { Entry } from '../../register/entry.ts';
import { licence } from '../http/licensed.ts';
import { stepKey } from './labelHistory.view.ts';

export type FeedView = ReturnType<typeof registerFeed>;

/** Items that a feed holds at most. */
const max = 100;

/** Changes of statuses since a day, the latest first, of entries of which the one that changed last is first. */
export function registerFeed(entries: readonly Entry[], since: Day, words: Translator) {
  const items = entries
    .flatMap((entry) => itemsOf(entry, words))
    .filter(({ on }) => on >= since)
    .sort((a, b) => b.on.localeCompare(a.on))
    .slice(0, max);
  return {
    id: `urn:${schemeId}:register:changes:${words.language}`,
    licence,
    updated: items[0]?.updated ?? startOf(since),
    items,
  };
}

function itemsOf(entry: Entry, words: Translator) {
  const { number, organisation, history, offers } = entry;
  const names = offers.map(({ name }) => name).join(', ');
  return history.flatMap(({ state, on }, i) => {
    const key = stepKey(entry, i);
    if (key === null) return [];
    const step = words.t(`pages.label.history.${key}`);
    const title = printable(words.t('api.feed.item', { organisation: organisation.name, step }));
    const summary = printable(words.t('api.feed.summary', { number, offers: names }));
    // The same whatever the address of the service is: a place in the history of a number.
    const id = `urn:${schemeId}:label:${number}:${i}`;
    return { on, id, title, summary, number, updated: startOf(on), state };
  });
}

function startOf(day: Day): string {
  return instantsOf(day)[0];
}

/** Without what no XML can hold (XML 1.0, 2.2). */
function printable(text: string): string {
  return text.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
}
