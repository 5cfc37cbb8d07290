import { profile } from '../../profile/profile.ts';
import { schemeId } from '../../profile/schemeFile.ts';
import type { Entry } from '../../register/entry.ts';
import { unitName } from '../../register/identifier.ts';
import type { Validity } from '../../register/validity.ts';
import type { Certification } from '../schemas/certification.ts';
import { photoLink } from '../views/photo.view.ts';

/** The label as schema.org/Certification, to stand in a page: JSON in which no tag can end the script that holds it. */
export function labelData(entry: Entry, validity: Validity, address: string, publicUrl: string): string {
  const data = {
    '@context': 'https://schema.org',
    ...certification(entry, validity, publicUrl),
    url: address,
  };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

/** The label as a node of JSON-LD, under the address that is printed on its certificate. */
export function certification(entry: Entry, validity: Validity, publicUrl: string): Certification {
  const { number, organisation } = entry;
  const address = `${publicUrl}/labels/${number}`;
  return {
    '@id': address,
    '@type': 'Certification',
    name: profile.name,
    url: address,
    certificationIdentification: number,
    certificationStatus: `https://schema.org/Certification${validity.valid ? 'Active' : 'Inactive'}`,
    validFrom: entry.since,
    ...(validity.until !== null && { expires: validity.until }),
    logo: `${publicUrl}/badges/${number}.png`,
    issuedBy: { '@type': 'Organization', name: profile.name, url: publicUrl },
    about: {
      '@id': `urn:${schemeId}:organisation:${organisation.id}`,
      '@type': 'Organization',
      name: organisation.name,
      ...(organisation.website !== undefined && { url: organisation.website }),
      ...(organisation.identifier !== undefined && { identifier: unitOf(organisation.identifier) }),
      address: { '@type': 'PostalAddress', addressLocality: organisation.commune },
      makesOffer: entry.offers.map(({ id, name, sheet, photo }) => ({
        '@id': `urn:${schemeId}:offer:${id}`,
        '@type': 'Offer',
        name,
        description: sheet,
        ...(photo && { image: photoLink(number, photo, publicUrl).address }),
      })),
    },
  };
}

function unitOf(identifier: string) {
  const propertyID = unitName(identifier);
  return { '@type': 'PropertyValue', propertyID, value: identifier } as const;
}
