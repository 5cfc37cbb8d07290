import * as z from 'zod';
import { profile } from '../../profile/profile.ts';
import { unitNames } from '../../register/identifier.ts';
import { address, day, labelNumber } from './label.ts';

/** Who issues labels. */
const issuer = z.object({ '@type': z.literal('Organization'), name: z.literal(profile.name), url: address });

const offer = z
  .object({
    '@id': z.string(),
    '@type': z.literal('Offer'),
    name: z.string(),
    description: z.string(),
    image: address.optional(),
  })
  .meta({ id: 'OfferNode' });

/** The number of an organisation in the official register of its country. */
const unit = z
  .object({ '@type': z.literal('PropertyValue'), propertyID: z.enum(unitNames), value: z.string() })
  .meta({ id: 'UnitNode' });

/** A label in the words of schema.org. */
export const certification = z
  .object({
    '@id': address,
    '@type': z.literal('Certification'),
    name: z.literal(profile.name),
    url: address,
    certificationIdentification: labelNumber,
    certificationStatus: z.enum([
      'https://schema.org/CertificationActive',
      'https://schema.org/CertificationInactive',
    ]),
    validFrom: day,
    expires: day.optional(),
    logo: address,
    issuedBy: issuer,
    about: z.object({
      '@id': z.string(),
      '@type': z.literal('Organization'),
      name: z.string(),
      url: address.optional(),
      identifier: unit.optional(),
      address: z.object({ '@type': z.literal('PostalAddress'), addressLocality: z.string() }),
      makesOffer: z.array(offer),
    }),
  })
  .meta({ id: 'Certification' });
export type Certification = z.infer<typeof certification>;

const download = z
  .object({ '@type': z.literal('DataDownload'), encodingFormat: z.string(), contentUrl: address })
  .meta({ id: 'DataDownload' });

/** The register itself, as search engines for data know it. */
export const dataset = z
  .object({
    '@id': address,
    '@type': z.literal('Dataset'),
    name: z.string(),
    description: z.string(),
    url: address,
    license: address,
    isAccessibleForFree: z.literal(true),
    creator: issuer,
    distribution: z.array(download),
  })
  .meta({ id: 'Dataset' });
export type Dataset = z.infer<typeof dataset>;

/** The whole register as JSON-LD: the dataset first, then each label. */
export const registerGraph = z
  .object({
    '@context': z.literal('https://schema.org'),
    '@graph': z.array(z.union([dataset, certification])).min(1),
  })
  .meta({ id: 'RegisterGraph' });
