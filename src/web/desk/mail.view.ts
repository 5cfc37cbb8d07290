import type { MailPage } from '../../commands/desk/mail/listMail.ts';
import { letterStates } from '../../commands/items/mailLog.ts';
import type { LetterDesk } from '../../commands/ports/mailPorts.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { addressOf } from '../forms/address.ts';
import { factOf, letterRow } from './letterRow.view.ts';
import type { MailTyped } from './mailQuery.ts';

export type MailView = ReturnType<typeof mailView>;

interface Shown extends MailPage {
  readonly typed: MailTyped;
  readonly facts: LetterDesk['facts'];
}

/** A page of the mail log: its filters, how many of each state, its lines in words, the way on. */
export function mailView({ letters, people, counts, next, typed, facts }: Shown, words: Translator) {
  const { t, language } = words;
  const action = `/${language}/mail`;
  const named = facts.map((fact) => ({ value: fact, text: factOf(fact, words) }));
  return {
    action,
    typed,
    /** The filters as an address has them. */
    asked: addressOf(action, typed).split('?')[1] ?? '',
    filtered: Object.values(typed).some((value) => value !== ''),
    facts: named.sort((a, b) => a.text.localeCompare(b.text, language)),
    states: letterStates.map((state) => ({ value: state, text: t(`mail.states.${state}`) })),
    counts: letterStates.map((state) => {
      const { count, more } = counts[state];
      return {
        text: t(`mail.states.${state}`),
        count: t(more ? 'mail.moreThan' : 'mail.count', { count }),
        href: addressOf(action, { ...typed, state }),
        isHere: typed.state === state,
      };
    }),
    rows: letters.map((letter) => ({
      ...letterRow(letter, people.get(letter.personId ?? '') ?? null, words),
      personHref: addressOf(action, { person: letter.to }),
    })),
    next: next && addressOf(action, { ...typed, before: `${next.queuedAt}~${next.id}` }),
  };
}
