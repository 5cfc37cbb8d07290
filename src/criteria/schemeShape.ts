import * as z from 'zod';
import { factPattern } from './formula.ts';
import type { Scheme } from './scheme.ts';

const text = z.string().min(1);
/** Ids stand in addresses and file names. */
const id = z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/);
const factId = z.string().regex(factPattern);
const points = z.number().min(0).max(100);
const share = z.number().min(0).max(1);
const count = z.int().positive();
const scope = z.enum(['organisation', 'offer']);
const level = z.literal([0, 1, 2, 3, 4]);
const at = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const goals = z.strictObject({ overall: points, themeFloor: points });

const fact = z.strictObject({
  id: factId,
  scope,
  unit: z.enum(['CHF', 'EPT', 'persons', 'kWh', '%', 'choice', 'yesNo', 'byType']),
  options: z.array(id).min(2).exactOptional(),
  partOf: factId.exactOptional(),
  negative: z.boolean().exactOptional(),
});

const number = z.strictObject({
  formula: text,
  unit: z.enum(['%', 'times']),
  better: z.enum(['higher', 'lower']),
  at,
  atFor: z.strictObject({ fact: factId, is: id, at }).exactOptional(),
  noData: z.strictObject({ fact: factId, levels: z.array(level).min(1) }).exactOptional(),
  cases: z
    .array(z.strictObject({ when: text, levels: z.array(level).min(1) }))
    .min(1)
    .exactOptional(),
  cap: z.strictObject({ unless: factId, level }).exactOptional(),
});

const criterion = z.strictObject({
  id,
  theme: id,
  weight: z.literal([1, 2, 3, 4]),
  minimum: z
    .strictObject({ level: z.literal([1, 2, 3, 4]), due: z.enum(['first', 'renewal']) })
    .exactOptional(),
  na: z.boolean(),
  naWhen: text.exactOptional(),
  naReason: z.union([z.literal(true), text]).exactOptional(),
  number: number.exactOptional(),
  from: z.array(text).min(1),
  basis: z.enum(['S', 'A', 'P']),
  ours: text.exactOptional(),
});

/** The shape of scheme.yaml: every key known, every value of its kind. What ties the parts together is in checkScheme.ts. */
export const schemeShape: z.ZodType<Scheme> = z.strictObject({
  id,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  status: z.enum(['draft', 'published', 'retired']),
  region: id,
  thresholds: z.strictObject({
    organisation: z.strictObject({ first: goals, renewal: goals }),
    offer: z.strictObject({ overall: points, mandatory: z.array(id) }),
    exemplary: goals,
  }),
  divergence: z.strictObject({ levels: z.int().min(1).max(4), themePoints: points }),
  reviewTriggers: z.strictObject({
    pointsAboveThreshold: points,
    selfReviewShare: share,
    themeGap: points,
    factChange: z.number().positive(),
    drawnShare: share,
  }),
  validity: z.strictObject({
    months: count,
    monthsIfYoung: count,
    youngMonths: count,
    yearlyDeclaration: z.array(factId),
    midtermMonth: count,
    graceDays: count,
    renewalWindowDays: count,
  }),
  process: z.strictObject({
    quorum: count,
    reviewers: count,
    reviewerLoad: count,
    informationRounds: count,
    correctionRounds: count,
    appealDays: count,
    agreementDays: count,
    answerDays: count,
    correctionDays: count,
    invitationDays: count,
  }),
  facts: z.array(fact).min(1),
  themes: z.array(z.strictObject({ id, weight: z.number().positive(), scope })).min(1),
  criteria: z.array(criterion).min(1),
  exclusions: z.array(z.strictObject({ id, effect: z.enum(['refuse', 'suspend']) })),
  glossary: z.array(z.strictObject({ id, pictogram: id })),
});
