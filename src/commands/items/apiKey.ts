import type { Day } from '../../register/day.ts';
import type { Item } from './item.ts';

/** What the keys of an organisation may let a program do in its name. */
export const organisationScopes = ['applications.read', 'evidence.write'] as const;
/** What the keys of partners may let a program do, which belong to no organisation. */
export const partnerScopes = ['register.read'] as const;
export const keyScopes = [...partnerScopes, ...organisationScopes] as const;
export type KeyScope = (typeof keyScopes)[number];

/** A key by which a program asks the API. The key itself is kept nowhere: only its digest. */
export interface ApiKey extends Item {
  /** Whose files it opens; null for a partner's, which opens none. */
  readonly organisationId: string | null;
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  /** SHA-256 of the key. */
  readonly secretHash: string;
  /** Since when that key is the one; the key of before goes on for a time. */
  readonly since: string;
  readonly previous: { readonly secretHash: string; readonly until: string } | null;
  /** Id of who made it: it lets do no more than they may themselves. */
  readonly madeBy: string;
  readonly madeAt: string;
  /** The last day on which it counts. */
  readonly endsOn: Day;
  readonly revokedAt: string | null;
  /** The day of its last use; null before the first. */
  readonly usedOn: Day | null;
}
