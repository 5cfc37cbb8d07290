import type { Mailbox, Mailer } from '../commands/items/letters.ts';
import type { Letter } from '../letters/letters.ts';
import { type LetterPaper, writeLetter } from './writeLetter.ts';

/** The mailer of development: letters are written and kept for reading on screen, instead of sent. */
export function createMailboxMailer(mailbox: Pick<Mailbox, 'keep'>, paper: LetterPaper): Mailer<Letter> {
  return {
    send: async (letter) => {
      // What a mail server takes is not kept.
      const { headers: _, calendar, ...written } = writeLetter(letter, paper);
      const kept = calendar === null ? written : { ...written, calendar: calendar.content };
      await mailbox.keep(kept, letter.again ? undefined : letter.id);
    },
  };
}
