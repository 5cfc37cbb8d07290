import type { Entry } from '../../register/entry.ts';
import type { PublicStatus } from '../../register/publicStatus.ts';

/** The label as schema.org/Certification, to stand in a page: JSON in which no tag can end the script that holds it. */
export function labelData(entry: Entry, status: PublicStatus, address: string, publicUrl: string): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Certification',
    name: 'Made in ESS',
    url: address,
    certificationIdentification: entry.number,
    certificationStatus: `https://schema.org/Certification${status.valid ? 'Active' : 'Inactive'}`,
    validFrom: entry.since,
    expires: entry.until,
    logo: `${publicUrl}/badges/${entry.number}.png`,
    issuedBy: { '@type': 'Organization', name: 'Made in ESS', url: publicUrl },
    about: {
      '@type': 'Organization',
      name: entry.organisation.name,
      address: { '@type': 'PostalAddress', addressLocality: entry.organisation.commune },
      makesOffer: entry.offers.map(({ name, sheet }) => ({ '@type': 'Offer', name, description: sheet })),
    },
  };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
