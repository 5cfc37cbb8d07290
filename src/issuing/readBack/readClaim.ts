import { dayOf } from '../../register/day.ts';
import type { Claim } from '../../register/fileReading.ts';
import type { SignedCredential } from '../credential/credentialShape.ts';

/** What a credential says of its label; null where it says it in another way than ours do. */
export function readClaim({ id, validFrom, validUntil, credentialSubject }: SignedCredential): Claim | null {
  const { licenseNumber, identifier, narrative } = credentialSubject;
  const [, number, revision] = /\/credentials\/([^/?#]+)\/([1-9]\d{0,5})$/.exec(id) ?? [];
  const name = identifier.find(({ identityType }) => identityType === 'name');
  if (number !== licenseNumber || !name) return null;
  return {
    number,
    revision: Number(revision),
    organisation: name.identityHash,
    offers: [...narrative.matchAll(/^- (.+)$/gm)].map(([, offer = '']) => offer),
    since: dayOf(validFrom),
    until: dayOf(validUntil),
  };
}
