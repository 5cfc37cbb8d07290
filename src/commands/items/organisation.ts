import type { Day } from '../../register/day.ts';
import type { SaidByOrganisation } from '../../register/organisation.ts';
import type { Item } from './item.ts';
import type { Membership } from './people.ts';

export interface Organisation extends Item, SaidByOrganisation {
  readonly specimen: boolean;
  /** Legal names it no longer has, the oldest first, each with the day of the change. */
  readonly formerNames: readonly { readonly name: string; readonly until: Day }[];
  /** The registration that goes on in place of this one, which was a second one of the same organisation; null otherwise. */
  readonly mergedInto: string | null;
  /** What it tells the public of itself, as plain text; absent while it told nothing. */
  readonly story?: string;
  /** Whether everybody sees beside it what it looks for; absent is no. */
  readonly showsNeeds?: boolean;
  /** Organisations from which it takes no messages about needs; absent is none. */
  readonly blocked?: readonly string[];
  /** The holder by whose link it was registered; absent where nobody invited it. */
  readonly sponsorId?: string;
}

/** An address asked to join an organisation. Whoever proves to have it by signing in may answer. */
export interface Invitation {
  readonly id: string;
  readonly organisationId: string;
  /** Its name when it invited: who is invited sees nothing else of it before joining. */
  readonly organisation: string;
  /** Lower case. */
  readonly email: string;
  readonly role: Membership['role'];
  readonly adviser?: true;
  readonly invitedBy: string;
  readonly at: string;
  readonly expiresAt: string;
  readonly state: 'open' | 'accepted' | 'declined' | 'withdrawn';
}
