import type { Answer, Facts, FactValue } from './assessment.ts';
import { evaluateCondition, factsOfCondition, parseCondition } from './condition.ts';
import type { Criterion, Cycle } from './scheme.ts';

/** Whether "not applicable" may be said of a criterion, and what it takes. */
export interface NotApplicable {
  /** `never` by the rule, `refused` by the figures or the cycle, `unknown` until figures are given. */
  readonly state: 'never' | 'allowed' | 'refused' | 'unknown';
  /** A sentence must say why. */
  readonly reasonDue: boolean;
  /** The figures on which it depends, as they are given. */
  readonly values: Readonly<Record<string, FactValue>>;
  /** Those that are not given yet. */
  readonly missing: readonly string[];
}

type NaRule = Pick<Criterion, 'na' | 'naWhen' | 'naReason'>;

/** Fewer characters are no sentence. */
const shortestSentence = 10;

/** What the rule says of "not applicable" for these figures in this cycle. */
export function notApplicable(rule: NaRule, facts: Facts, cycle: Cycle): NotApplicable {
  const { na, naWhen, naReason } = rule;
  if (!na) return { state: 'never', reasonDue: false, values: {}, missing: [] };
  const when = naWhen === undefined ? null : parseCondition(naWhen);
  const holds = when === null || evaluateCondition(when, facts, cycle);
  const ids = when === null ? [] : factsOfCondition(when);
  const given = ids.filter((id) => facts[id] !== undefined);
  return {
    state: holds === null ? 'unknown' : holds ? 'allowed' : 'refused',
    reasonDue: isReasonDue(naReason, facts, cycle),
    values: Object.fromEntries(given.map((id) => [id, facts[id] as FactValue])),
    missing: ids.filter((id) => facts[id] === undefined),
  };
}

/** Whether "not applicable" may be said here and now. */
export function mayBeNotApplicable(rule: NaRule, facts: Facts, cycle: Cycle): boolean {
  return notApplicable(rule, facts, cycle).state === 'allowed';
}

/** Why "not applicable" cannot be said, as the code of a fault; null where it can. */
export function faultOfNa({ state }: Pick<NotApplicable, 'state'>) {
  const faults = { never: 'naNotAllowed', refused: 'naContradicted', unknown: 'naFigureMissing' } as const;
  return state === 'allowed' ? null : faults[state];
}

/** Whether the comment of an answer says why, as far as a machine can tell. */
export function saysWhy({ comment }: Pick<Answer, 'comment'>): boolean {
  return comment.trim().length >= shortestSentence;
}

function isReasonDue(naReason: Criterion['naReason'], facts: Facts, cycle: Cycle): boolean {
  if (naReason === undefined || naReason === true) return naReason === true;
  return evaluateCondition(parseCondition(naReason), facts, cycle) !== false;
}
