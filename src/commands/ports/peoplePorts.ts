import type { Tie } from '../../policies/tie.ts';
import type { Invitation, Person } from '../items/items.ts';

/** People, and their ties as the view shows them. */
export interface PeopleReading {
  person(id: string): Promise<Person | null>;
  personByEmail(email: string): Promise<Person | null>;
  /** Whose calendar has an address with the secret of this digest. */
  personByCalendarFeed(secretHash: string): Promise<Person | null>;
  peopleWith(role: Person['roles'][number]): Promise<Person[]>;
  /** People whose change of roles was not answered, the oldest first; those whose time is over are among them. */
  peopleWithProposal(): Promise<Person[]>;
  /** Everyone who holds a role of the staff, or whom a directory manages, closed accounts with them; by id. */
  staffAccounts(): Promise<Person[]>;
  /** People whose name or address begins with a text, by name; at most `limit`, those after `last` when it is given. */
  people(beginning: string, limit: number, last?: Person): Promise<Person[]>;
  /** Everyone of an organisation, by name. */
  peopleOf(organisationId: string): Promise<Person[]>;
  /** Everyone of some organisations, by name. */
  peopleOfAll(organisationIds: readonly string[]): Promise<Person[]>;
  /** Every tie of a person, those that are over with them. */
  tiesOf(personId: string): Promise<Tie[]>;
  tiesTowards(organisationId: string): Promise<Tie[]>;
}

/** Invitations to speak or write for an organisation. */
export interface Inviting {
  /** Every invitation of an organisation, the newest first. */
  invitationsOf(organisationId: string): Promise<Invitation[]>;
  invitation(id: string): Promise<Invitation | null>;
  /** Every invitation to an address, from whatever organisation; the newest first. */
  invitationsTo(email: string): Promise<Invitation[]>;
}
