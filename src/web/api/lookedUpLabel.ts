import type { FoundLabel } from '../register/lookUpAll.ts';
import type { LookedUpLabel } from '../schemas/lookUp.ts';

/** One label of several, as programs read it. */
export function lookedUpLabel({ entry, status, now }: FoundLabel, publicUrl: string): LookedUpLabel {
  const { number, since, organisation, offers, successor, specimen } = entry;
  const { name, commune, website } = organisation;
  return {
    number,
    valid: status?.valid ?? false,
    status: status?.word ?? null,
    since,
    until: now.until,
    organisation: { name, commune, ...(website !== undefined && { website }) },
    offers: offers.map((offer) => offer.name),
    ...(successor !== undefined && { successor }),
    specimen,
    address: `${publicUrl}/labels/${number}`,
  };
}
