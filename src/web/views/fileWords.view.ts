import type { Evidence } from '../../commands/items/items.ts';
import type { Translator } from '../../i18n/i18n.ts';

const kilobyte = 1024;

/** A size as people say it: never less than one kilobyte. */
export function sizeText(bytes: number, words: Translator): string {
  if (bytes >= kilobyte ** 2)
    return words.t('evidence.bytes.MB', { size: words.number(bytes / kilobyte ** 2) });
  return words.t('evidence.bytes.KB', { size: words.number(Math.max(1, bytes / kilobyte), 0) });
}

/** The period that a file tells about, in words. */
export function periodText({ from, until }: Pick<Evidence, 'from' | 'until'>, words: Translator): string {
  if (from !== null && until !== null)
    return words.t('evidence.period.both', { from: words.date(from), until: words.date(until) });
  if (from !== null) return words.t('evidence.period.from', { from: words.date(from) });
  if (until !== null) return words.t('evidence.period.until', { until: words.date(until) });
  return words.t('evidence.period.none');
}
