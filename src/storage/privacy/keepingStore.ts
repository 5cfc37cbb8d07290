import mongoose, { type Connection } from 'mongoose';
import { systemActor } from '../../commands/common/actor.ts';
import type { Application, Label, Person } from '../../commands/items/items.ts';
import type { Keeping } from '../../commands/ports/keepingPorts.ts';
import { addNote } from '../database/addNote.ts';
import { inTransaction } from '../database/inTransaction.ts';
import { after, oneOf, type Reader } from '../database/reader.ts';
import { keptOfPerson } from './keptOfPerson.ts';

const { trusted } = mongoose;
const before = (value: string) => trusted({ $lt: value });

/** What the clock and privacy read and take away, as the view of `many` shows it. */
export function keepingStore(connection: Connection, { many }: Reader): Keeping {
  const invitations = () => connection.collection<{ _id: string; email: string }>('invitations');
  return {
    keptOfPerson: (person) => keptOfPerson(connection, person),
    dueBefore: (kind, states, instant, { limit, last = '' }) =>
      many(
        kind,
        {
          state: oneOf(states),
          'context.dueAt': trusted({ $lte: instant, $type: 'string' }),
          _id: after(last),
        },
        { _id: 1 },
        limit,
      ),
    labelsEndedBefore: (states, day, { limit, last = '' }) =>
      many<Label>(
        'labels',
        { state: oneOf(states), 'context.until': before(day), _id: after(last) },
        { _id: 1 },
        limit,
      ),
    labelsIn: (states, { limit, last = '' }) =>
      many<Label>('labels', { state: oneOf(states), _id: after(last) }, { _id: 1 }, limit),
    filesWithContent: (states, instant, { limit, last = '' }) =>
      many<Application>(
        'applications',
        { state: oneOf(states), contentErasedAt: null, startedAt: before(instant), _id: after(last) },
        { _id: 1 },
        limit,
      ),
    unseenPeople: (day, { limit, last = '' }) =>
      many<Person>(
        'people',
        {
          removedAt: null,
          seenOn: before(day),
          roles: trusted({ $size: 0 }),
          memberships: trusted({ $size: 0 }),
          _id: after(last),
        },
        { _id: 1 },
        limit,
      ),
    removeInvitations: (instant, limit, { id, at }) =>
      inTransaction(connection, async (session) => {
        const over = await invitations()
          .find({ expiresAt: { $lt: instant } }, { session, projection: { _id: 1 }, limit })
          .toArray();
        if (over.length === 0) return 0;
        await invitations().deleteMany({ _id: { $in: over.map(({ _id }) => _id) } }, { session });
        await addNote(connection, session, {
          id,
          at,
          stream: 'retention/invitations',
          actor: systemActor,
          facts: ['retention.carriedOut'],
          data: { removed: over.length },
        });
        return over.length;
      }),
    digestsInUse: async (digests) => {
      const [evidence, files, photos] = await Promise.all([
        connection.collection('evidence').distinct('digest', { digest: { $in: [...digests] } }),
        connection.collection('entries').distinct('files.digest', { 'files.digest': { $in: [...digests] } }),
        connection
          .collection('complaints')
          .distinct('photo.digest', { 'photo.digest': { $in: [...digests] } }),
      ]);
      return [...evidence, ...files, ...photos];
    },
  };
}
