import type { Offer } from '../../criteria/offer.ts';
import type { PublishedScheme } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';

export type Reading = ReturnType<typeof readingOf>;

/** What a file is read with: its criteria and offers, their texts and all other words in the reader's language. */
export function readingOf({ scheme, texts }: PublishedScheme, offers: readonly Offer[], words: Translator) {
  return { scheme, offers, text: texts[words.language], words };
}
