import type { Connection } from 'mongoose';
import type { Invitation, Organisation } from '../../commands/items/items.ts';
import type { Store } from '../../commands/ports/ports.ts';
import { findRows } from '../database/database.ts';
import { byName } from '../database/names.ts';
import { oneOf, type Reader, reader } from '../database/reader.ts';
import type { Visible } from '../database/visible.ts';
import { type Duplicates, duplicates } from './duplicates.ts';

/** Organisations and who is invited to them, as the view of `one` and `many` shows them. */
export function organisationStore(connection: Connection, { one, many }: Reader, visible: Visible) {
  const organisations = (ids: readonly string[]) => many<Organisation>('organisations', { _id: oneOf(ids) });
  const alike: Duplicates = duplicates(connection, visible);
  return {
    organisation: (id) => one<Organisation>('organisations', { _id: id }),
    organisations,
    organisationNumbered: async (identifier) =>
      (await many<Organisation>('organisations', { identifier, mergedInto: null }, { _id: 1 }, 1))[0] ?? null,
    organisationsCalled: (name, limit) => {
      const conditions = [{ name: { $eq: name } }, { mergedInto: null }, ...visible('organisations')];
      return findRows<Organisation>(connection, 'organisations', { $and: conditions }, { ...byName, limit });
    },
    // Outside every view: it gives no more than yes or no, of a number that is public.
    isIdentifierOfOther: async (identifier, than) => {
      const unmerged = { identifier, mergedInto: null };
      const found = await reader(connection).many<Organisation>('organisations', unmerged, { _id: 1 }, 2);
      return found.some(({ id }) => id !== than);
    },
    // Outside every view: it was written for everybody.
    toldToAll: async (id) => {
      const found = await reader(connection).one<Organisation>('organisations', { _id: id });
      return { story: found?.story ?? '', showsNeeds: found?.showsNeeds ?? false };
    },
    duplicates: async (limit) => {
      const groups = await alike(limit);
      const ids = groups.flatMap((group) => group.ids);
      const found = new Map((await organisations(ids)).map((one) => [one.id, one]));
      return groups.map((group) => ({
        organisations: group.ids.flatMap((id) => found.get(id) ?? []),
        count: group.count,
      }));
    },
    invitation: (id) => one<Invitation>('invitations', { _id: id }),
    invitationsOf: (organisationId) => many<Invitation>('invitations', { organisationId }, { _id: -1 }),
    // Outside every view: who is invited belongs to none of the organisations yet, and asks for their own address only.
    invitationsTo: async (email) =>
      email === '' ? [] : reader(connection).many<Invitation>('invitations', { email }, { _id: -1 }),
  } satisfies Partial<Store>;
}
