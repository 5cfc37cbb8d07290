import type { Connection } from 'mongoose';
import type { LetterEvent, LetterState, MailLog } from '../../commands/items/mailLog.ts';
import { findRows } from '../database/database.ts';
import { isDuplicate } from '../database/isDuplicate.ts';
import { ownerOfStream } from './ownerOfStream.ts';
import { type LetterRow, letterOf } from './storedLetter.ts';

/** Events that are kept of a letter. */
const maxEvents = 20;

const stateAfter: Readonly<Record<LetterEvent['what'], LetterState>> = {
  waited: 'queued',
  sent: 'sent',
  resent: 'sent',
  refused: 'refused',
  bounced: 'bounced',
  interrupted: 'sent',
};

/** The mail log over MongoDB, as the carrier of letters writes it; a letter is forgotten a year after it was queued (0070-mail-log.ts). */
export function createMailLog(connection: Connection): MailLog {
  const letters = () => connection.collection<LetterRow>('sentLetters');
  const known = async (filter: object) =>
    (await findRows<LetterRow & { id: string }>(connection, 'sentLetters', filter, { limit: 1 }))[0];
  const changeBy = ({ status, ...event }: LetterEvent) => ({
    $set: { state: stateAfter[event.what], changedAt: event.at, status, underWay: false },
    $push: { events: { $each: [{ ...event, status }], $slice: -maxEvents } },
  });
  return {
    queue: async ({ id, cause, queuedAt, ...letter }, again = false) => {
      const before = await known({ _id: id });
      // What was sent is left as it is, with the address that it went to; of a letter that waits, the address may have changed.
      if (before && !again && before.state !== 'queued' && before.state !== 'refused')
        return { ...letterOf(before), interrupted: 0 };
      if (before) {
        const { ref, to } = letter;
        // The try before ended without a word: a process that was killed does not know whether the server took it.
        const interrupted = (before.interrupted ?? 0) + (before.underWay ? 1 : 0);
        const change = { to, interrupted, underWay: true, ...(again && { ref }) };
        await letters().updateOne({ _id: id }, { $set: change });
        return {
          ...letterOf({ ...before, to, ...(again && { ref }) }),
          interrupted: before.underWay ? interrupted : 0,
        };
      }
      const owner = cause
        ? await ownerOfStream(connection, cause.stream)
        : { organisationId: null, applicationId: null };
      const { fact = null, stream = null, recordId = null, jobId = null } = cause ?? {};
      const what = { ...letter, fact, stream, recordId, jobId, ...owner };
      const row = {
        ...what,
        queuedAt,
        changedAt: queuedAt,
        state: 'queued' as const,
        status: '',
        events: [],
        underWay: true,
        interrupted: 0,
        at: new Date(queuedAt),
      };
      try {
        await letters().insertOne({ _id: id, ...row });
      } catch (error) {
        // Another worker has the same letter in hand.
        if (!isDuplicate(error)) throw error;
      }
      return { ...letterOf({ id, ...row }), interrupted: 0 };
    },
    note: async (id, event) => {
      await letters().updateOne({ _id: id }, changeBy(event));
    },
    bounce: async (ref, since, event) => {
      const going = { $in: ['queued', 'sent'] satisfies LetterState[] };
      const { matchedCount } = await letters().updateOne(
        { ref, state: going, changedAt: { $gt: since } },
        changeBy(event),
      );
      if (matchedCount > 0) return 'noted';
      const letter = await known({ ref });
      if (!letter) return 'unknown';
      return letter.state === 'bounced' || letter.state === 'refused' ? 'known' : 'old';
    },
  };
}
