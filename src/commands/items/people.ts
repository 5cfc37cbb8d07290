import type { Language } from '../../criteria/scheme.ts';
import type { Absence } from '../../policies/absence.ts';
import type { Availability, Seat } from '../../policies/reviewer.ts';
import type { LegalForm } from '../../register/legalForm.ts';
import type { Sector } from '../../register/sector.ts';
import type { Item } from './item.ts';

/** A role that a person holds for the whole service; the roles inside an organisation are memberships. */
export const staffRoles = ['reviewer', 'officer', 'committee', 'chair', 'administrator'] as const;
export type StaffRole = (typeof staffRoles)[number];

export interface Membership {
  readonly organisationId: string;
  readonly role: 'owner' | 'editor' | 'reader';
  /** Advises the organisation and belongs elsewhere (policies/adviser.ts). */
  readonly adviser?: true;
}

/** A change of someone's roles that waits for a second administrator. */
interface RolesProposal {
  readonly given: readonly StaffRole[];
  readonly taken: readonly StaffRole[];
  /** Id of the administrator who proposed it. */
  readonly by: string;
  readonly at: string;
  /** Instant from which on nobody can confirm it any more. */
  readonly until: string;
}

/** The secret address at which a calendar reads a person's dates. */
interface CalendarFeed {
  /** SHA-256 of the secret, which is kept nowhere. */
  readonly secretHash: string;
  /** Instant at which it was made. */
  readonly since: string;
  /** Roles that counted in the session in which it was made: others show nothing there, though the person holds them. */
  readonly roles: readonly StaffRole[];
}

/** What a directory of the staff (SCIM) manages of an account. */
interface Provisioned {
  /** How the directory names the account; null where it gave no name. */
  readonly externalId: string | null;
  /** Instant at which the directory closed the access; what an administrator closed at another one is theirs to open. */
  readonly closedAt: string | null;
  /** Whether the directory has done with the account: it finds it no more. */
  readonly deleted: boolean;
}

export interface Person extends Item {
  /** Lower case; empty once the person was erased. */
  readonly email: string;
  readonly name: string;
  readonly language: Language;
  readonly roles: readonly StaffRole[];
  readonly memberships: readonly Membership[];
  /** Kinds of letters that are no duty and that the person does not want. */
  readonly unsubscribed: readonly string[];
  /** Since when the person has no access and gets no letter; null while they have. */
  readonly removedAt: string | null;
  /** YYYY-MM-DD of the last sign-in, or of the day they were enrolled. */
  readonly seenOn: string;
  /** The newest one, also when its time is over; null or absent once it was answered. */
  readonly rolesProposal?: RolesProposal | null;
  /** Of an officer: the newest one, also when it is over; null or absent where there is none. */
  readonly absence?: Absence | null;
  /** Null or absent where there is none. */
  readonly calendarFeed?: CalendarFeed | null;
  /** Null or absent for who is in no directory. */
  readonly provisioned?: Provisioned | null;
}

/** What a reviewer knows and how much they can take on; its id is the person's. An administrator admits, the person says the rest. */
export interface ReviewerProfile extends Item, Availability {
  readonly seat: Seat;
  /** A peer's own field of work; null for the other seats. */
  readonly sector: Sector | null;
  /** Themes of the criteria, fields of work and legal forms that they know from close by. */
  readonly themes: readonly string[];
  readonly sectors: readonly Sector[];
  readonly legalForms: readonly LegalForm[];
  /** In which they can read a file and write about it. */
  readonly languages: readonly Language[];
  /** Most files at once; the scheme's own limit holds besides. */
  readonly capacity: number;
}
