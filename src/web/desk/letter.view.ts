import { personName } from '../../../templates/staffWords.ts';
import type { LetterPage } from '../../commands/desk/mail/viewLetter.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { addressOf } from '../forms/address.ts';
import { returnedText, whyOf } from '../views/mail/returnedMail.view.ts';
import { letterRow } from './letterRow.view.ts';

export type LetterView = ReturnType<typeof letterView>;

/** A letter of the mail log: what became of it, and how it reads today. */
export function letterView(page: LetterPage, words: Translator) {
  const { letter, reader, askers, readable, written, returned, parkedJobId, isGivenUp } = page;
  const { t, time, language } = words;
  const row = letterRow(letter, reader, words);
  return {
    ...row,
    /** All letters to the same address. */
    sameHref: addressOf(`/${language}/mail`, { person: letter.to }),
    personHref: reader && `/${language}/people/${reader.id}`,
    events: letter.events.map(({ at, what, status, by }, i) => {
      const asker = askers[i];
      return {
        at: time(at),
        text: t(`mail.events.${what}`, {
          by: by === null ? '' : asker ? personName(asker) : t('journal.unknown'),
        }),
        why: what === 'refused' || what === 'bounced' ? whyOf(status, words) : '',
      };
    }),
    readable,
    written,
    stoppedHref: parkedJobId && `/${language}/health/jobs/${encodeURIComponent(parkedJobId)}`,
    returned: returned && returnedText(returned, words),
    isGivenUp,
    maySend: written !== null && (letter.state !== 'queued' || isGivenUp),
  };
}
