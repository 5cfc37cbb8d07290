import type { Day } from '../../register/day.ts';
import type { ApiKey } from '../items/apiKey.ts';
import type { Paged } from './keepingPorts.ts';

/** Keys of the API, as the view shows them; those of partners are shown to who sees more than their own. */
export interface ApiKeys {
  apiKey(id: string): Promise<ApiKey | null>;
  /** Those of an organisation, or with null those of partners, the newest first. */
  apiKeysOf(organisationId: string | null): Promise<ApiKey[]>;
  /** The key that has, or had before, a secret of this digest; outside every view, for whoever has it shows it. */
  apiKeyBySecret(secretHash: string): Promise<ApiKey | null>;
  /** Notes the day of its last use. */
  noteKeyUse(id: string, day: Day): Promise<void>;
  /** Those that nobody revoked and whose last day lies between two days. */
  apiKeysEnding(from: Day, until: Day, page: Paged): Promise<ApiKey[]>;
}
