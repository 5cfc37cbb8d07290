import mongoose, { type Connection } from 'mongoose';
import { type Person, staffRoles } from '../../commands/items/items.ts';
import type { Store } from '../../commands/ports/ports.ts';
import type { Tie } from '../../policies/tie.ts';
import { findRows } from '../database/database.ts';
import { oneOf, reader } from '../database/reader.ts';
import { listedPeople } from './listedPeople.ts';

const { trusted } = mongoose;

/** People, and what ties them to organisations. `sees` says whose people a view shows. */
export function peopleStore(connection: Connection, sees: (organisationId: string) => boolean) {
  const { one, many } = reader(connection);
  return {
    person: (id) => one<Person>('people', { _id: id }),
    // Who was erased has no address any more, and nobody finds them by none.
    personByEmail: async (email) => (email === '' ? null : one<Person>('people', { email })),
    personByCalendarFeed: (secretHash) => one<Person>('people', { 'calendarFeed.secretHash': secretHash }),
    people: (beginning, limit, last) => listedPeople(connection, beginning, limit, last),
    peopleWith: (role) => many<Person>('people', { roles: role, removedAt: null }, { name: 1 }),
    peopleWithProposal: () =>
      many<Person>('people', { 'rolesProposal.until': trusted({ $gt: '' }) }, { 'rolesProposal.until': 1 }),
    staffAccounts: () =>
      many<Person>(
        'people',
        trusted({ $or: [{ roles: oneOf(staffRoles) }, { 'provisioned.deleted': false }] }),
        { _id: 1 },
      ),
    peopleOf: async (organisationId) =>
      sees(organisationId)
        ? many<Person>('people', { 'memberships.organisationId': organisationId }, { name: 1 })
        : [],
    peopleOfAll: (organisationIds) =>
      many<Person>(
        'people',
        { 'memberships.organisationId': oneOf(organisationIds.filter(sees)) },
        { name: 1 },
      ),
    // Read at every request of a signed-in person, so by the driver itself: half the work of a model (bench, row 12b).
    tiesOf: (personId) =>
      findRows<Tie>(connection, 'ties', { personId: String(personId) }, { sort: { _id: 1 } }),
    tiesTowards: async (organisationId) =>
      sees(organisationId) ? many<Tie>('ties', { organisationId }) : [],
  } satisfies Partial<Store>;
}
