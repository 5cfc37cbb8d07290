import type { Sponsorship } from '../../commands/items/items.ts';
import type { Sponsoring } from '../../commands/ports/sponsoringPorts.ts';
import type { Reader } from '../database/reader.ts';

/** Sponsorships, as the view of `one` and `many` shows them. */
export function sponsoringStore({ one, many }: Reader): Sponsoring {
  return {
    sponsorship: (id) => one<Sponsorship>('sponsorships', { _id: id }),
    sponsorshipsFor: (applicationId) => many<Sponsorship>('sponsorships', { applicationId }),
    sponsorshipsBy: (sponsorId) => many<Sponsorship>('sponsorships', { sponsorId }, { _id: -1 }),
  };
}
