import * as z from 'zod';
import { legalForms } from '../../register/legalForm.ts';
import { regions } from '../../register/region.ts';
import { sectors } from '../../register/sector.ts';
import { maxWebsiteLength } from '../../register/siteHost.ts';
import { choice, dayOrNull, line, optionalLine, orNull, ticked } from './fields.ts';

/** What an organisation is in law; its number may be left empty. */
export const identityFields = { legalForm: choice(legalForms), identifier: optionalLine(40) };

/** Where an organisation is, also on the web, since when, what it works in, and what it accepts; a region that is not said follows from the postcode. */
export const placeFields = {
  street: line(120),
  /** With the letter of its country, or without. */
  postcode: line(16).transform((typed) =>
    typed.replace(/^(?:CH|FR?)(?=[\s-]*\d)[\s-]*/i, '').replaceAll(/\s/g, ''),
  ),
  commune: line(80),
  region: z
    .enum(['', ...regions])
    .default('')
    .transform(orNull),
  founded: dayOrNull,
  sector: z
    .enum(['', ...sectors])
    .default('')
    .transform(orNull),
  website: optionalLine(maxWebsiteLength),
  acceptsLeman: ticked,
};
