import * as z from 'zod';
import { address } from './label.ts';

const reference = z.object({ '@id': z.string() });

const product = z
  .object({
    '@id': z.string(),
    '@type': z.literal('essglobal:ProductOrService'),
    'gr:name': z.string(),
    'dct:description': z.string().optional(),
    'dct:subject': reference.optional(),
    'foaf:depiction': reference.optional(),
    'foaf:page': reference,
  })
  .meta({ id: 'EssglobalProduct' });

/** The holder of a label with its offers, in the words of ESSGLOBAL (MAP-SSE, version 2.1 of its terms). */
const initiative = z
  .object({
    '@id': z.string(),
    '@type': z.literal('essglobal:SSEInitiative'),
    'gr:name': z.string(),
    'foaf:homepage': reference.optional(),
    'essglobal:organisationalStructure': reference,
    'essglobal:economicSector': z.array(reference),
    'essglobal:hasAddress': z.object({
      '@type': z.literal('essglobal:Address'),
      'vcard:locality': z.string(),
      'vcard:postal-code': z.string().optional(),
    }),
    'essglobal:hasProductOrService': z.array(product),
    'schema:hasCertification': reference,
  })
  .meta({ id: 'EssglobalInitiative' });
export type Initiative = z.infer<typeof initiative>;

const dataset = z
  .object({ '@id': address, '@type': z.literal('schema:Dataset'), 'dct:license': reference })
  .meta({ id: 'EssglobalDataset' });
export type EssglobalDataset = z.infer<typeof dataset>;

/** What this is under which licence, then every holder of a label that holds. */
export const essglobalGraph = z
  .object({
    '@context': z.record(z.string(), z.string()),
    '@graph': z.array(z.union([dataset, initiative])).min(1),
  })
  .meta({ id: 'EssglobalGraph' });
