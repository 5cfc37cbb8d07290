import type { Translator } from '../../i18n/i18n.ts';
import { type Day, instantsOf } from '../../register/day.ts';
import type { Entry } from '../../register/entry.ts';
import { licence } from '../http/licensed.ts';
import { stepKey } from './labelHistory.view.ts';

export type FeedView = ReturnType<typeof registerFeed>;

/** Items that a feed holds at most. */
const max = 100;

/** Changes of statuses, the latest first. Their ids stay whatever the address of the service: place in the history of a number. */
export function registerFeed(
  {
    entries,
    since,
    publicUrl,
  }: {
    /** Labels, the one that changed last first. */
    readonly entries: readonly Entry[];
    /** The first day of what is still news. */
    readonly since: Day;
    readonly publicUrl: string;
  },
  words: Translator,
) {
  const items = entries
    .flatMap((entry) => itemsOf(entry, publicUrl, words))
    .filter(({ on }) => on >= since)
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
    .slice(0, max)
    .map(({ on: _, ...item }) => item);
  const base = `${publicUrl}/${words.language}`;
  return {
    id: `urn:made-in-ess:register:changes:${words.language}`,
    self: `${base}/register/changes.atom`,
    page: `${base}/register`,
    updated: items[0]?.updated ?? startOf(since),
    licence,
    items,
  };
}

function itemsOf(entry: Entry, publicUrl: string, words: Translator) {
  const { number, organisation, history, offers } = entry;
  return history.flatMap(({ state, on }, i) => {
    const key = stepKey(entry, i);
    if (key === null) return [];
    const step = words.t(`pages.label.history.${key}`);
    return {
      on,
      id: `urn:made-in-ess:label:${number}:${i}`,
      title: printable(words.t('api.feed.item', { organisation: organisation.name, step })),
      summary: printable(
        words.t('api.feed.summary', { number, offers: offers.map(({ name }) => name).join(', ') }),
      ),
      href: `${publicUrl}/${words.language}/labels/${number}`,
      updated: startOf(on),
      state,
    };
  });
}

function startOf(day: Day): string {
  return instantsOf(day)[0];
}

/** Without what no XML can hold (XML 1.0, 2.2). */
function printable(text: string): string {
  return text.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
}
