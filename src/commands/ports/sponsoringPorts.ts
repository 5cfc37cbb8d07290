import type { Sponsorship } from '../items/items.ts';

/** Reads of sponsorships. Both organisations see one that is theirs; the sponsor sees no other one of the same file. */
export interface Sponsoring {
  sponsorship(id: string): Promise<Sponsorship | null>;
  /** Those of an application, the first one first. */
  sponsorshipsFor(applicationId: string): Promise<Sponsorship[]>;
  /** Those requested of an organisation, newest first. */
  sponsorshipsBy(sponsorId: string): Promise<Sponsorship[]>;
}
