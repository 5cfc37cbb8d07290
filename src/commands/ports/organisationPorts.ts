import type { Organisation } from '../items/items.ts';

/** Organisations, as the view shows them. */
export interface Organisations {
  organisation(id: string): Promise<Organisation | null>;
  organisations(ids: readonly string[]): Promise<Organisation[]>;
  /** The registration that goes on under a number; null where none does. */
  organisationNumbered(identifier: string): Promise<Organisation | null>;
  /** Registrations that go on under a name, capitals and accents aside. */
  organisationsCalled(name: string, limit: number): Promise<Organisation[]>;
  /** Whether another registration has this number, seen or not: that is all it tells of it. */
  isIdentifierOfOther(identifier: string, than: string): Promise<boolean>;
  /** What an organisation wrote for everybody, seen or not; nothing for one that is not there. */
  toldToAll(organisationId: string): Promise<Required<Pick<Organisation, 'story' | 'showsNeeds'>>>;
  /** Groups of registrations that look like one organisation (register/sameOrganisation.ts): the first few of each, and how many there are. */
  duplicates(limit: number): Promise<{ organisations: readonly Organisation[]; count: number }[]>;
}
