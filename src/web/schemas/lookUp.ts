import * as z from 'zod';
import { maxTexts } from '../../register/lookUpTexts.ts';
import { publicWords } from '../../register/publicStatus.ts';
import { askedDay } from '../forms/fields.ts';
import { address, day, labelNumber } from './label.ts';

/** What is asked: numbers, UIDs, SIRENs or sites as people write them, each text for itself, and the day that the answer is for (today when empty). */
export const lookUpRequest = z
  .strictObject({ numbers: z.array(z.string().max(200)).min(1).max(maxTexts), on: askedDay })
  .meta({ id: 'LookUpQuestion' });

/** What the register says of one label, on the requested day. */
export const lookedUpLabelAnswer = z
  .strictObject({
    number: labelNumber,
    /** False before the label's first day, with a status of null. */
    valid: z.boolean(),
    status: z.enum(publicWords).nullable(),
    conditionDue: day.optional(),
    since: day,
    until: day.nullable(),
    organisation: z.strictObject({ name: z.string(), commune: z.string(), website: address.optional() }),
    offers: z.array(z.string()),
    successor: z.string().optional(),
    specimen: z.boolean(),
    address,
  })
  .meta({ id: 'LookedUpLabel' });
export type LookedUpLabel = z.infer<typeof lookedUpLabelAnswer>;

/** The answer: one result for each text, in the order in which they came. */
export const lookUpAnswer = z
  .strictObject({
    on: day,
    /** Only while the register is out of reach: until then it is known to be true. */
    asOf: z.iso.datetime().optional(),
    results: z.array(
      z
        .strictObject({
          typed: z.string(),
          /**
           * `unknown`: well formed, never issued; `mistyped`: its check character contradicts the rest; `siteNotNamed`: no label names
           * this site, which does not say that its organisation holds none; `unit…`: the same of a UID or SIREN.
           */
          result: z.enum([
            'found',
            'foundBySite',
            'foundByUnit',
            'unknown',
            'siteNotNamed',
            'unitNotNamed',
            'mistyped',
            'unitMistyped',
            'notANumber',
          ]),
          /** Of the address of a site or of a mailbox: the host that was looked for, in ASCII. */
          host: z.string().optional(),
          /** Of a UID or SIREN, as it is kept. */
          unit: z.string().optional(),
          /** Place (from 1) of the same number or site further up, where it is there. */
          repeats: z.int().optional(),
          /** Of a number. */
          label: lookedUpLabelAnswer.optional(),
          /** Of a site, a UID or a SIREN: those that hold first, twenty at most. */
          labels: z.array(lookedUpLabelAnswer).optional(),
        })
        .meta({ id: 'LookUpResult' }),
    ),
  })
  .meta({ id: 'LookUpAnswer' });
export type LookUpAnswer = z.infer<typeof lookUpAnswer>;

/** The last part of what a credential says its subject is. */
export const organisationPart = { organisationId: z.string() };

/** An organisation by what it holds or held: every label, the newest first. */
export const organisationAnswer = z
  .strictObject({ id: address, labels: z.array(lookedUpLabelAnswer) })
  .meta({ id: 'OrganisationLabels' });
export type OrganisationAnswer = z.infer<typeof organisationAnswer>;
