import type { ReturnedMail } from '../../../commands/ports/mailPorts.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import type { NamesIn } from '../../../messages.ts';

/** Why a letter does not arrive, in plain words: by the detail of an enhanced code (RFC 3463, 3), or by a reply code (RFC 5321, 4.2.3). */
const whys: readonly (readonly [RegExp, NamesIn<'mail.why'>])[] = [
  [/^\d\.1\.|^55[01345]$/, 'address'],
  [/^\d\.2\.1$/, 'closed'],
  [/^\d\.2\.2$|^552$/, 'full'],
  [/^\d\.2\.3$|^\d\.3\.4$/, 'large'],
  [/^\d\.7\./, 'policy'],
  [/^\d\.4\.|^4/, 'unreachable'],
];

/** Why a letter was refused or came back. */
export function whyOf(status: string, { t }: Pick<Translator, 't'>): string {
  const [, why = 'other'] = whys.find(([pattern]) => pattern.test(status)) ?? [];
  const text = t(`mail.why.${why}`);
  return status === '' ? text : t('mail.whyWithCode', { why: text, code: status });
}

/** That letters to an address come back, since when and why, in a sentence. */
export function returnedText({ at, status }: ReturnedMail, words: Translator): string {
  return words.t('mail.returned', { day: words.date(at), why: whyOf(status, words) });
}
