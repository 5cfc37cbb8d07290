import type { Day } from '../../register/day.ts';
import type { LegalForm } from '../../register/legalForm.ts';
import type { Region } from '../../register/region.ts';
import type { Sector } from '../../register/sector.ts';
import type { Item } from './item.ts';
import type { Membership } from './people.ts';

export interface Organisation extends Item {
  readonly name: string;
  readonly legalForm: LegalForm;
  /** UID (CHE-…), SIREN or SIRET, with its check digits verified; empty when the form of organisation has none. */
  readonly identifier: string;
  readonly street: string;
  readonly postcode: string;
  readonly commune: string;
  /** Null until someone of the organisation says it: whoever registered before it was asked has said nothing. */
  readonly region: Region | null;
  /** What it works in; null where nobody said so. */
  readonly sector: Sector | null;
  /** YYYY-MM-DD, or null when not known. */
  readonly founded: string | null;
  readonly acceptsLeman: boolean;
  /** Its own site, as register/website.ts keeps it; empty where none was given. */
  readonly website: string;
  readonly specimen: boolean;
  /** Legal names it no longer has, the oldest first, each with the day of the change. */
  readonly formerNames: readonly { readonly name: string; readonly until: Day }[];
  /** The registration that goes on in place of this one, which was a second one of the same organisation; null otherwise. */
  readonly mergedInto: string | null;
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
  readonly invitedBy: string;
  readonly at: string;
  readonly expiresAt: string;
  readonly state: 'open' | 'accepted' | 'declined' | 'withdrawn';
}
