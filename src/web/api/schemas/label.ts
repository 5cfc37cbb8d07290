import { z } from 'zod';
import { issuedKinds, labelStates, offerTypes } from '../../../register/entry.ts';
import { publicWords } from '../../../register/publicStatus.ts';
import { sectors } from '../../../register/sector.ts';

export const day = z.iso.date();
export const address = z.url();
/** sha-256, hex. */
const digest = z.string().regex(/^[0-9a-f]{64}$/);
/** As printed (register/number.ts). */
export const labelNumber = z.string().regex(/^MIE-\d{2}-\d{5,9}-[0-9A-Z]$/);

const organisation = z.object({
  id: z.string(),
  name: z.string(),
  legalForm: z.string(),
  commune: z.string(),
  region: z.string(),
  sector: z.enum(sectors).nullable(),
});

const offer = z.object({
  id: z.string(),
  name: z.string(),
  type: z.enum(offerTypes),
  sheet: z.string(),
  madeHere: z.number().min(0).max(100).nullable(),
});

const file = z.object({
  kind: z.enum(issuedKinds),
  width: z.int().positive().optional(),
  revision: z.int().positive(),
  digest,
  size: z.int().positive(),
});

/** A label as programs read it. */
export const labelAnswer = z.object({
  number: labelNumber,
  valid: z.boolean(),
  status: z.enum(publicWords),
  word: z.string(),
  address,
  organisation,
  offers: z.array(offer),
  acceptsLeman: z.boolean(),
  since: day,
  until: day,
  successor: labelNumber.optional(),
  criteria: z.object({ scheme: z.string(), version: z.string() }),
  history: z.array(z.object({ state: z.enum(labelStates), on: day })),
  scores: z.array(z.object({ theme: z.string(), score: z.number().min(0).max(100) })).nullable(),
  files: z.object({ certificate: address, credential: address, badge: address, digests: z.array(file) }),
  specimen: z.boolean(),
  asOf: z.iso.datetime().optional(),
  changedAt: z.iso.datetime(),
});
export type LabelAnswer = z.infer<typeof labelAnswer>;
