import mongoose, { type Connection } from 'mongoose';
import type { CaseId, Casework } from '../../commands/items/casework.ts';
import type { CaseworkReading, OwnedItem } from '../../commands/ports/caseworkPorts.ts';
import { findRows } from '../database/database.ts';
import { oneOf, type Reader } from '../database/reader.ts';
import type { Visible } from '../database/visible.ts';

interface Seen {
  readonly id: string;
  readonly item: CaseId;
  readonly at: string;
}

const there = mongoose.trusted({ $gt: '' });

/** What officers add to items, over MongoDB, as a view shows it. */
export function caseworkStore(
  connection: Connection,
  { one, many }: Reader,
  visible: Visible,
): CaseworkReading {
  const keyOf = (personId: string, item: CaseId) => `${personId} ${item}`;
  return {
    casework: (id) => one<Casework>('casework', { _id: id }),
    recentTags: async (limit) => {
      const found = await many<Casework>('casework', { taggedAt: there }, { taggedAt: -1 }, limit);
      return found.flatMap(({ tags }) => tags);
    },
    caseworkOf: (owner, kind, limit) => many<Casework>('casework', { owner, kind }, { _id: -1 }, limit),
    ownersOf: (ids) => {
      const filter = { $and: [{ _id: { $in: [...ids] }, owner: { $gt: '' } }, ...visible('casework')] };
      // Its notes may be long, and are not asked for.
      const projection = { owner: 1, organisationId: 1, applicationId: 1 };
      return findRows<OwnedItem>(connection, 'casework', filter, { projection });
    },
    seenAt: async (personId, ids) => {
      const found = await many<Seen>('seenItems', { _id: oneOf(ids.map((id) => keyOf(personId, id))) });
      return new Map(found.map(({ item, at }) => [item, at]));
    },
    markSeen: async (personId, { id: item, organisationId, applicationId }, at) => {
      const seen = { personId, item, organisationId, applicationId, at };
      await connection
        .collection<{ _id: string }>('seenItems')
        .updateOne({ _id: keyOf(personId, item) }, { $set: seen }, { upsert: true });
    },
    notesAbout: (personId, organisationIds, limit) => {
      const either = [{ 'notes.about': personId }, { organisationId: oneOf(organisationIds) }];
      return many<Casework>('casework', mongoose.trusted({ $or: either }), { _id: -1 }, limit);
    },
  };
}
