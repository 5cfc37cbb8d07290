import type { Connection } from 'mongoose';
import type { KeptLetter, Mailbox } from '../../commands/items/letters.ts';
import { type Stored, withId } from '../database/database.ts';

/** How many letters the page of the mailbox shows. */
const shown = 50;

/** Letters kept for reading on screen where no mail server is configured; a week later they are gone (0023-baseline.ts). */
export function createMailbox(connection: Connection, nextId: () => string): Mailbox {
  const mails = () => connection.model('mails');
  return {
    keep: async (letter, id = nextId()) => {
      await mails().replaceOne({ _id: id }, { _id: id, ...letter, at: new Date() }, { upsert: true });
    },
    letters: async () => {
      const kept = await mails().find({}).sort({ at: -1, _id: -1 }).limit(shown).lean<Stored<KeptLetter>[]>();
      return kept.map((letter) => withId<KeptLetter>(letter));
    },
    letter: async (id) => {
      const kept = await mails().findOne({ _id: id }).lean<Stored<KeptLetter>>();
      return kept && withId<KeptLetter>(kept);
    },
  };
}
