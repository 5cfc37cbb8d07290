import type { ExchangesCount } from '../../commands/items/ownExchanges.ts';
import type { Translator } from '../../i18n/i18n.ts';

/** What an organisation's exchanges led to, as applicants and reviewers read it. */
export function exchangesText(
  { kind, from, until, deals, labelled, value }: ExchangesCount,
  words: Translator,
) {
  const { t, date, number } = words;
  return [
    t('exchanged.count', { kind, deals, labelled, from: date(from), until: date(until) }),
    value === null ? t('exchanged.noValue') : t('exchanged.value', { value: number(value) }),
  ].join(' ');
}
