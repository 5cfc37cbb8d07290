import type { Connection } from 'mongoose';
import type { Letter, Mailer } from '../commands/ports.ts';

/** A letter kept for reading on screen where no mail server is configured. */
export interface KeptLetter extends Letter {
  readonly at: Date;
}

/** The mailer of development: letters are kept and shown, newest first, instead of sent. */
export function createMailbox(
  connection: Connection,
  nextId: () => string,
): Mailer & { letters(): Promise<KeptLetter[]> } {
  const mails = () => connection.model('mails');
  return {
    send: async (letter) => {
      await mails().create({ _id: nextId(), ...letter, at: new Date() });
    },
    letters: async () => mails().find({}).sort({ at: -1 }).limit(50).lean<KeptLetter[]>(),
  };
}
