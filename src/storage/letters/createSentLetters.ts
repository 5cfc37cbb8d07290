import type { Connection } from 'mongoose';
import type { SentLetters } from '../../commands/items/letters.ts';

/** Ids of letters that a mail server took; a month later they are gone (0023-baseline.ts). */
export function createSentLetters(connection: Connection): SentLetters {
  const sent = () => connection.model('sentLetters');
  return {
    has: async (id) => (await sent().exists({ _id: id })) !== null,
    add: async (id) => {
      await sent().replaceOne({ _id: id }, { _id: id, at: new Date() }, { upsert: true });
    },
  };
}
