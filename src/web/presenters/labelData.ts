import type { Entry } from '../../register/entry.ts';
import type { PublicStatus } from '../../register/publicStatus.ts';
import type { Certification } from '../api/schemas/certification.ts';

/** The label as schema.org/Certification, to stand in a page: JSON in which no tag can end the script that holds it. */
export function labelData(entry: Entry, status: PublicStatus, address: string, publicUrl: string): string {
  const data = { '@context': 'https://schema.org', ...certification(entry, status, publicUrl), url: address };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

/** The label as a node of JSON-LD, under the address that is printed on its certificate. */
export function certification(entry: Entry, status: PublicStatus, publicUrl: string): Certification {
  const { number, organisation } = entry;
  const address = `${publicUrl}/labels/${number}`;
  return {
    '@id': address,
    '@type': 'Certification',
    name: 'Made in ESS',
    url: address,
    certificationIdentification: number,
    certificationStatus: `https://schema.org/Certification${status.valid ? 'Active' : 'Inactive'}`,
    validFrom: entry.since,
    expires: entry.until,
    logo: `${publicUrl}/badges/${number}.png`,
    issuedBy: { '@type': 'Organization', name: 'Made in ESS', url: publicUrl },
    about: {
      '@id': `urn:made-in-ess:organisation:${organisation.id}`,
      '@type': 'Organization',
      name: organisation.name,
      ...(organisation.website !== undefined && { url: organisation.website }),
      address: { '@type': 'PostalAddress', addressLocality: organisation.commune },
      makesOffer: entry.offers.map(({ id, name, sheet }) => ({
        '@id': `urn:made-in-ess:offer:${id}`,
        '@type': 'Offer',
        name,
        description: sheet,
      })),
    },
  };
}
