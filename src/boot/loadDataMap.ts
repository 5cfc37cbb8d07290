import * as z from 'zod';
import {
  bases,
  beginnings,
  type DataMap,
  type DataUse,
  erasures,
  type Keep,
  needs,
  readers,
  subjects,
  type TimedRule,
  timedRules,
} from '../policies/dataMap.ts';
import { type Period, readPeriod } from '../policies/period.ts';
import { readRules } from './readRules.ts';

const period = z.string().transform((text, context) => {
  const read = readPeriod(text);
  if (read) return read;
  context.addIssue({ code: 'custom', message: `${text} is no period like P24M, P30D or PT15M` });
  return z.NEVER;
});
const keep = z
  .strictObject({
    rule: z.string(),
    for: period.optional(),
    from: z.enum(beginnings).optional(),
    until: z.enum(needs).optional(),
  })
  .transform((written, context): Keep => {
    const { rule, for: length, from, until } = written;
    if (until !== undefined && length === undefined && from === undefined) return { rule, until };
    if (until === undefined && length !== undefined && from !== undefined && isTimed(rule)) {
      return { rule, for: length, from };
    }
    context.addIssue({
      code: 'custom',
      message: `${rule}: a period the program carries out and from when, or until what`,
    });
    return z.NEVER;
  });
const shape = z.record(
  z.string(),
  z.strictObject({
    collections: z.record(z.string(), z.array(z.string())),
    about: z.array(z.enum(subjects)),
    basis: z.enum(bases),
    seenBy: z.array(z.enum(readers)).min(1),
    keeps: z.array(keep).min(1),
    erasure: z.enum(erasures),
  }),
);

/** Reads the map of what is kept and checks it: a program that does not know how long to keep something does not start. */
export async function loadDataMap(file: string): Promise<DataMap> {
  const uses = await readRules(file, shape);
  const periods = periodsOf(Object.values(uses));
  const missing = timedRules.filter((rule) => !(rule in periods));
  if (missing.length > 0) throw new Error(`${file}: no period for ${missing.join(', ')}`);
  return { uses, periods: periods as DataMap['periods'] };
}

function isTimed(rule: string): rule is TimedRule {
  return timedRules.some((timed) => timed === rule);
}

function periodsOf(uses: readonly DataUse[]): Partial<Record<TimedRule, Period>> {
  const keeps: readonly Keep[] = uses.flatMap((use) => use.keeps);
  return Object.fromEntries(keeps.flatMap((one) => ('for' in one ? [[one.rule, one.for]] : [])));
}
