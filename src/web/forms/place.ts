import * as z from 'zod';
import type { Organisation } from '../../commands/items/items.ts';
import type { Place } from '../../commands/people/organisations/organisationFaults.ts';
import { legalForms } from '../../register/legalForm.ts';
import { regions } from '../../register/region.ts';
import { sectors } from '../../register/sector.ts';
import { maxWebsiteLength } from '../../register/siteHost.ts';
import { choice, line, optionalDay, optionalLine, ticked } from './fields.ts';

/** What an organisation is in law; its number may be left empty. */
export const identityFields = {
  legalForm: choice(legalForms),
  identifier: optionalLine(40),
};

/** Where an organisation is, also on the web, since when, what it works in, and what it accepts; a region that is not said follows from the postcode. */
export const placeFields = {
  street: line(120),
  postcode: line(10),
  commune: line(80),
  region: z.enum(['', ...regions]).default(''),
  founded: optionalDay,
  sector: z.enum(['', ...sectors]).default(''),
  website: optionalLine(maxWebsiteLength),
  acceptsLeman: ticked,
};

type Typed = z.infer<z.ZodObject<typeof placeFields>>;

/** What was typed, as commands take it: what was left empty is null. */
export function placeIn<T extends Pick<Typed, 'region' | 'founded' | 'sector'>>({
  region,
  founded,
  sector,
  ...rest
}: T): Omit<T, 'region' | 'founded' | 'sector'> &
  Pick<Place, 'region' | 'founded'> &
  Pick<Organisation, 'sector'> {
  return {
    ...rest,
    region: region === '' ? null : region,
    founded: founded === '' ? null : founded,
    sector: sector === '' ? null : sector,
  };
}
