import * as z from 'zod';
import { offerShape } from '../../criteria/offer.ts';
import { profile } from '../../profile/profile.ts';
import { issuedKinds, labelStates, standings } from '../../register/entry.ts';
import { keptUnit } from '../../register/identifier.ts';
import { publicWords } from '../../register/publicStatus.ts';
import { sectors } from '../../register/sector.ts';
import { askedDay } from '../forms/fields.ts';

export const day = z.iso.date();
export const address = z.url();
/** sha-256, hex. */
export const digest = z.string().regex(/^[0-9a-f]{64}$/);
/** As printed (register/number.ts). */
export const labelNumber = z.string().regex(new RegExp(`^${profile.prefix}-\\d{2}-\\d{5,9}-[0-9A-Z]$`));
const points = z.number().min(0).max(100);

const organisation = z
  .object({
    id: z.string(),
    name: z.string(),
    legalForm: z.string(),
    commune: z.string(),
    postcode: z.string().optional(),
    identifier: z.string().regex(keptUnit).optional(),
    region: z.string(),
    sector: z.enum(sectors).nullable(),
    website: address.optional(),
  })
  .meta({ id: 'Organisation' });

const photo = z.object({ address, alt: z.string(), width: z.int().positive() }).meta({ id: 'Photo' });
const offer = z
  .object({ id: z.string(), ...offerShape, madeHere: points.nullable(), photo: photo.optional() })
  .meta({ id: 'Offer' });

const file = z
  .object({
    kind: z.enum(issuedKinds),
    width: z.int().positive().optional(),
    revision: z.int().positive(),
    digest,
    size: z.int().positive(),
    address: address.nullable(),
  })
  .meta({ id: 'IssuedFile' });

const files = z
  .object({
    certificate: address.nullable(),
    credential: address.nullable(),
    conformity: address.nullable(),
    badge: address.nullable(),
    digests: z.array(file),
  })
  .meta({ id: 'LabelFiles' });

const criteria = z.object({ scheme: z.string(), version: z.string() }).meta({ id: 'CriteriaVersion' });
const step = z
  .object({
    state: z.enum(labelStates),
    on: day,
    standing: z.enum(standings).exclude(['clean']).optional(),
    /** Ended by its holder while it was examined whether to suspend or to withdraw it. */
    during: z.enum(['suspension', 'withdrawal']).optional(),
  })
  .meta({ id: 'HistoryStep' });
const themeScore = z.object({ theme: z.string(), score: points }).meta({ id: 'ThemeScore' });

/** Only where the region has a currency of its own. */
const accepted = { acceptsLeman: z.boolean() };
const localCurrency = profile.localCurrency === undefined ? ({} as typeof accepted) : accepted;

/** A label as programs read it. */
export const labelAnswer = z
  .object({
    number: labelNumber,
    valid: z.boolean(),
    status: z.enum(publicWords),
    word: z.string(),
    conditionDue: day.optional(),
    address,
    organisation,
    offers: z.array(offer),
    ...localCurrency,
    since: day,
    until: day.nullable(),
    periodEnd: day,
    successor: labelNumber.optional(),
    criteria,
    history: z.array(step),
    scores: z.array(themeScore).nullable(),
    files,
    specimen: z.boolean(),
    asOf: z.iso.datetime().optional(),
    changedAt: z.iso.datetime(),
  })
  .meta({ id: 'Label' });
export type LabelAnswer = z.infer<typeof labelAnswer>;

/** What may be asked of a label: how it stood on a day that is not to come; as it stands today when empty. */
export const labelQuery = { on: askedDay };

/** Which form of a certificate: one by its digest, the newest without. */
export const certificateQuery = { digest: digest.optional() };

/** A label as it stood on the requested day; before its first day not valid, with a status of null. */
export const labelOnDay = z
  .object({ on: day, ...labelAnswer.shape, status: z.enum(publicWords).nullable() })
  .meta({ id: 'LabelOnDay' });
export type LabelOnDay = z.infer<typeof labelOnDay>;
