import * as z from 'zod';
import { currencies } from '../profile/profileShape.ts';
import { factPattern } from './factPattern.ts';

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
  /** F.. belong to the organisation, O.. to an offer. */
  id: factId,
  scope,
  /** Money in the scheme's currency, counts, full-time equivalents, kilowatt-hours, per cent, one of `options`, yes or no, or by offer type. */
  unit: z.enum([...currencies, 'EPT', 'persons', 'kWh', '%', 'choice', 'yesNo', 'byType']),
  options: z.array(id).min(2).exactOptional(),
  /** The figure of which this one is a part: it may not exceed it. */
  partOf: factId.exactOptional(),
  /** Whether it may be below zero, as a loss is. */
  negative: z.boolean().exactOptional(),
});

const number = z.strictObject({
  /** Arithmetic over fact ids: numbers, + - * /, parentheses and max(…, …). */
  formula: text,
  unit: z.enum(['%', 'times']),
  better: z.enum(['higher', 'lower']),
  at,
  /** Other thresholds for some value of a `choice` fact, e.g. food. */
  atFor: z.strictObject({ fact: factId, is: id, at }).exactOptional(),
  /** When `fact` is zero or less the formula says nothing: one of `levels` is claimed instead (a single one is given). */
  noData: z.strictObject({ fact: factId, levels: z.array(level).min(1) }).exactOptional(),
  /** Looked at before the formula, in order: where `when` holds, one of `levels` is claimed instead (a single one is given). */
  cases: z
    .array(z.strictObject({ when: text, levels: z.array(level).min(1) }))
    .min(1)
    .exactOptional(),
  /** At most `level` unless the yes-no `fact` is yes. */
  cap: z.strictObject({ unless: factId, level }).exactOptional(),
});

const criterion = z.strictObject({
  id,
  theme: id,
  /** 1 low, 2 medium, 3 high, 4 very high. */
  weight: z.literal([1, 2, 3, 4]),
  /** Mandatory level, due from the first request or from the first renewal. */
  minimum: z
    .strictObject({ level: z.literal([1, 2, 3, 4]), due: z.enum(['first', 'renewal']) })
    .exactOptional(),
  /** Whether "not applicable" is allowed; its only reason stands in the texts. */
  na: z.boolean(),
  /** A condition over figures or the cycle without which it is not; see condition.ts. */
  naWhen: text.exactOptional(),
  /** A sentence must say why: always, or where this condition holds. */
  naReason: z.union([z.literal(true), text]).exactOptional(),
  number: number.exactOptional(),
  /** Codes of the sources, from docs of the criteria. */
  from: z.array(text).min(1),
  /** S rule and figure sourced, A idea sourced and levels ours, P our proposal. */
  basis: z.enum(['S', 'A', 'P']),
  /** What is not sourced, in French. */
  ours: text.exactOptional(),
});

/** The shape of scheme.yaml: every key known, every value of its kind. What ties the parts together is in checkScheme.ts. */
export const schemeShape = z.strictObject({
  id,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  status: z.enum(['draft', 'published', 'retired']),
  /** From which day on (YYYY-MM-DD) new applications are made under it; absent where that was the day it was published. */
  opensOn: z.iso.date().exactOptional(),
  region: id,
  thresholds: z.strictObject({
    organisation: z.strictObject({ first: goals, renewal: goals }),
    offer: z.strictObject({ overall: points, mandatory: z.array(id) }),
    exemplary: goals,
  }),
  /** What makes two reviews diverge (docs/design/workflow.md#scores). */
  divergence: z.strictObject({ levels: z.int().min(1).max(4), themePoints: points }),
  /** What makes a visit or a call compulsory. */
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
    /** How long before its end a label may be renewed. */
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
  /** One "yes" to an exclusion blocks the request. */
  exclusions: z.array(z.strictObject({ id, effect: z.enum(['refuse', 'suspend']) })),
  glossary: z.array(z.strictObject({ id, pictogram: id })),
});
