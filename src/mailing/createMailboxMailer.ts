import type { Mailbox, Mailer } from '../commands/items/letters.ts';
import type { Letter } from '../letters/letters.ts';
import { type LetterPaper, writeLetter } from './writeLetter.ts';

/** The mailer of development: letters are written and kept for reading on screen, instead of sent. */
export function createMailboxMailer(mailbox: Pick<Mailbox, 'keep'>, paper: LetterPaper): Mailer<Letter> {
  return {
    send: async (letter) => {
      // The mailbox shows what is read: what a mail server and a calendar take is not kept.
      const { headers: _, calendar: __, ...written } = writeLetter(letter, paper);
      await mailbox.keep(written, letter.again ? undefined : letter.id);
    },
  };
}
