import mongoose, { type Connection } from 'mongoose';
import type { Application, Label, Person } from '../../commands/items/items.ts';
import type { DuePaged, Keeping, Paged } from '../../commands/ports/keepingPorts.ts';
import type { CollectionName } from '../database/database.ts';
import { after, before, oneOf, type Reader } from '../database/reader.ts';
import { personData } from './personData.ts';
import { removeInvitations } from './removeInvitations.ts';

const { trusted } = mongoose;

/** What the clock and privacy read and take away, as the view of `many` shows it. */
export function retentionStore(connection: Connection, { many }: Reader): Keeping {
  const pageOf = <T extends { id: string }>(
    name: CollectionName,
    filter: object,
    { limit, last = '' }: Paged,
  ) => many<T>(name, { ...filter, _id: after(last) }, { _id: 1 }, limit);
  const inOrderOf = <T extends { id: string }>(
    name: CollectionName,
    states: readonly string[],
    field: string,
    over: object,
    { limit, last }: DuePaged,
  ) => {
    const follows = last && [
      trusted({ $or: [{ [field]: after(last.due) }, { [field]: last.due, _id: after(last.id) }] }),
      { [field]: trusted({ $gte: last.due }) },
    ];
    const filter = { state: oneOf(states), [field]: trusted(over), ...(follows && { $and: follows }) };
    return many<T>(name, filter, { [field]: 1, _id: 1 }, limit);
  };
  return {
    personData: (person) => personData(connection, person),
    dueBefore: (kind, states, instant, page) =>
      inOrderOf(kind, states, 'context.dueAt', { $lte: instant, $type: 'string' }, page),
    labelsEndedBefore: (by, states, day, page) =>
      inOrderOf<Label>('labels', states, `context.${by}`, { $lt: day, $type: 'string' }, page),
    labelsIn: (states, page) => pageOf<Label>('labels', { state: oneOf(states) }, page),
    filesWithContent: (states, instant, page) => {
      const filter = { state: oneOf(states), contentErasedAt: null, startedAt: before(instant) };
      return pageOf<Application>('applications', filter, page);
    },
    unseenPeople: (day, page) => {
      const none = trusted({ $size: 0 });
      const filter = { removedAt: null, seenOn: before(day), roles: none, memberships: none };
      return pageOf<Person>('people', filter, page);
    },
    removeInvitations: (instant, limit, by) => removeInvitations(connection, instant, limit, by),
    digestsInUse: async (digests) => {
      const fields = [
        ['evidence', 'digest'],
        ['entries', 'files.digest'],
        ['entries', 'offers.photo.files.digest'],
        ['complaints', 'photo.digest'],
        ['correspondence', 'messages.attachments.digest'],
        ['attachments', 'digest'],
      ] as const;
      const found = fields.map(([name, field]) =>
        connection.collection(name).distinct(field, { [field]: { $in: [...digests] } }),
      );
      return (await Promise.all(found)).flat();
    },
  };
}
