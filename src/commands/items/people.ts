import type { Language } from '../../criteria/scheme.ts';
import type { Item } from './item.ts';

/** A role that a person holds for the whole service; the roles inside an organisation are memberships. */
export const staffRoles = ['reviewer', 'officer', 'committee', 'chair', 'administrator'] as const;
export type StaffRole = (typeof staffRoles)[number];

export interface Membership {
  readonly organisationId: string;
  readonly role: 'owner' | 'editor' | 'reader';
}

/** A change of someone's roles that waits for a second administrator. */
export interface RolesProposal {
  readonly given: readonly StaffRole[];
  readonly taken: readonly StaffRole[];
  /** Id of the administrator who proposed it. */
  readonly by: string;
  readonly at: string;
  /** Instant from which on nobody can confirm it any more. */
  readonly until: string;
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
  /** Since when the person is let in no more and gets no letter; null while they are. */
  readonly removedAt: string | null;
  /** YYYY-MM-DD of the last sign-in, or of the day they were enrolled. */
  readonly seenOn: string;
  /** The newest one, also when its time is over; null or absent once it was answered. */
  readonly rolesProposal?: RolesProposal | null;
}
