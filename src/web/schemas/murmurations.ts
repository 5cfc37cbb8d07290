import * as z from 'zod';
import { labelNumber } from './label.ts';

const link = z
  .string()
  .max(2000)
  .regex(/^https?:\/\//);
const tag = z.string().max(100);
const instant = z.int().positive();

/** A holder of a label as Murmurations knows organisations (organizations_schema 1.0.0): the fields of it that we write. */
export const murmurationsOrganisation = z
  .strictObject({
    linked_schemas: z.tuple([z.literal('organizations_schema-v1.0.0')]),
    name: z.string().max(200),
    primary_url: link,
    urls: z.array(z.strictObject({ name: z.string(), url: link })),
    tags: z.array(tag).min(1).max(100),
    description: z.string(),
    status: z.literal('active'),
    full_address: z.string(),
    country_iso_3166: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    image: link,
    geographic_scope: z.literal('regional'),
    relationships: z.array(z.strictObject({ predicate_url: link, object_url: link })),
    unique_id: z.string(),
  })
  .meta({ id: 'MurmurationsOrganisation' });
export type MurmurationsOrganisation = z.infer<typeof murmurationsOrganisation>;

/** An offer as Murmurations knows what is offered or wanted (offers_wants_schema 0.1.0): the fields of it that we write. */
export const murmurationsOffer = z
  .strictObject({
    linked_schemas: z.tuple([z.literal('offers_wants_schema-v0.1.0')]),
    exchange_type: z.literal('offer'),
    item_type: z.enum(['good', 'service']),
    transaction_type: z.tuple([z.literal('buy-sell')]),
    tags: z.array(tag).min(1),
    title: z.string(),
    description: z.string(),
    image: link.optional(),
    details_url: link,
    geographic_scope: z.literal('regional'),
    contact_details: z.strictObject({ email: z.string().optional(), contact_form: link.optional() }),
    expires_at: instant.optional(),
  })
  .meta({ id: 'MurmurationsOffer' });
export type MurmurationsOffer = z.infer<typeof murmurationsOffer>;

/** What may be asked of the list of profiles: those after the last label of a page. */
export const profilesQuery = { last: labelNumber.optional() };

export const profilesAnswer = z
  .object({ profiles: z.array(link), next: link.nullable() })
  .meta({ id: 'Profiles' });
export type ProfilesAnswer = z.infer<typeof profilesAnswer>;
