import type { Connection } from 'mongoose';
import type { KeptLetter, Mailbox } from '../../commands/items/letters.ts';
import type { Clock } from '../../commands/ports/ports.ts';
import { findRows } from '../database/database.ts';
import { reader } from '../database/reader.ts';

/** How many letters the page of the mailbox shows. */
const shown = 50;

/** Letters kept for reading on screen where no mail server is configured; a week later they are gone (0023-baseline.ts). */
export function createMailbox(connection: Connection, nextId: () => string, clock: Clock): Mailbox {
  const mails = () => connection.model('mails');
  return {
    keep: async (letter, id = nextId()) => {
      await mails().replaceOne({ _id: id }, { _id: id, ...letter, at: clock.now() }, { upsert: true });
    },
    letters: () => findRows<KeptLetter>(connection, 'mails', {}, { sort: { at: -1, _id: -1 }, limit: shown }),
    letter: (id) => reader(connection).one<KeptLetter>('mails', { _id: id }),
  };
}
