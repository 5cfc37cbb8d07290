import * as z from 'zod';
import { dayOrNull } from '../forms/fields.ts';
import { address, day, digest, labelNumber } from './label.ts';

const kinds = ['initial', 'renewal', 'extension', 'reconsideration'] as const;
const states = [
  ...(['draft', 'screening', 'informationRequested', 'evaluation', 'correction', 'decision'] as const),
  ...(['agreement', 'granted', 'refused', 'appealed', 'closed', 'withdrawn', 'lapsed'] as const),
] as const;
const steps = ['deposit', 'screening', 'evaluation', 'decision', 'agreement', 'label'] as const;

/** Where an application stands, as its organisation is told: who evaluates it, and how that goes, is in none of it. */
export const applicationAnswer = z
  .strictObject({
    number: z.string(),
    kind: z.enum(kinds),
    state: z.enum(states),
    submittedAt: z.iso.datetime().nullable(),
    /** Whose turn it is: the organisation's or the label's; null where nothing is left to do. */
    waitsFor: z.enum(['organisation', 'label']).nullable(),
    /** The last day of that, where one is known. */
    dueOn: day.nullable(),
    late: z.boolean(),
    steps: z.array(
      z
        .strictObject({ step: z.enum(steps), doneOn: day.nullable(), dueOn: day.nullable() })
        .meta({ id: 'ApplicationStep' }),
    ),
    label: labelNumber.nullable(),
    address,
  })
  .meta({ id: 'Application' });
export type ApplicationAnswer = z.infer<typeof applicationAnswer>;

/** Every application of the organisation of a key, the newest first. */
export const applicationsAnswer = z
  .strictObject({ applications: z.array(applicationAnswer) })
  .meta({ id: 'Applications' });

/** The number of an application, as its page shows it. */
export const applicationPart = { application: z.string() };

/** What goes with a file of evidence: the period that it covers, and the criterion that it proves. */
export const evidenceFields = {
  from: dayOrNull,
  until: dayOrNull,
  /** `FIN-01`, or `<offer>.OFR-01`; empty for none. */
  criterion: z.string().max(60).default(''),
};

/** A document as the library of evidence has it. */
export const evidenceAnswer = z
  .strictObject({
    document: z.string(),
    revision: z.int().positive(),
    name: z.string(),
    contentType: z.string(),
    size: z.int().positive(),
    /** Of what is kept, and of what was sent: a picture is drawn anew. */
    digest,
    sentDigest: digest,
    from: day.nullable(),
    until: day.nullable(),
    scan: z.enum(['clean', 'notScanned']),
  })
  .meta({ id: 'EvidenceDocument' });
export type EvidenceAnswer = z.infer<typeof evidenceAnswer>;
