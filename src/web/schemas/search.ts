import * as z from 'zod';
import { filters } from '../../register/filters.ts';
import { address, labelAnswer } from './label.ts';

const facet = z
  .array(z.object({ value: z.string(), count: z.int().positive() }).meta({ id: 'FacetCount' }))
  .readonly()
  .optional();
const facets = Object.fromEntries(filters.map(({ name }) => [name, facet]));

/** A page of the labels that answer a search. */
export const searchAnswer = z
  .object({
    labels: z.array(labelAnswer),
    instead: z.array(z.object({ typed: z.string(), taken: z.string() }).meta({ id: 'TakenWord' })),
    unknown: z.array(z.string()),
    site: z.object({ host: z.string(), named: z.boolean() }).meta({ id: 'SearchedSite' }).optional(),
    counts: z
      .object({ total: z.int().nonnegative(), all: z.boolean(), ...facets })
      .meta({ id: 'Counts' })
      .optional(),
    previous: address.nullable(),
    next: address.nullable(),
  })
  .meta({ id: 'SearchAnswer' });
export type SearchAnswer = z.infer<typeof searchAnswer>;
