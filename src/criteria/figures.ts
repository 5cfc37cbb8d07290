import type { Facts, FactValue } from './assessment.ts';
import type { FactRule, Scheme, Scope } from './scheme.ts';

export type FactFaultCode =
  | 'negative'
  | 'notANumber'
  | 'partAboveWhole'
  | 'wholeBelowPart'
  | 'unknownFact'
  | 'unknownOption'
  | 'tooLarge';

/** One figure that cannot be true as given; `code` is a sentence under `faults.<code>` in the locales. */
export interface FactFault {
  readonly fact: string;
  readonly code: FactFaultCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** The largest figure taken as meant: a thousand billion of anything is a typing error. */
const largest = 1e12;

/** The figures asked for the organisation, or for each offer, in the order of the scheme. */
export function factsOfScope(scheme: Scheme, scope: Scope): readonly FactRule[] {
  return scheme.facts.filter((rule) => rule.scope === scope);
}

/** The options of a choice, or "yes" and "no"; empty for a figure that is a number. */
export function optionsOf(rule: FactRule): readonly string[] {
  return rule.unit === 'yesNo' ? ['yes', 'no'] : (rule.options ?? []);
}

/** Whether the figure is a number, not a choice. */
export function isNumeric(rule: FactRule): boolean {
  return rule.unit !== 'yesNo' && rule.unit !== 'choice';
}

/** Whether a loss may be entered: where the figure says so, or some rule what follows from "zero or less". */
export function mayBeNegative(scheme: Scheme, { id, negative }: FactRule): boolean {
  return negative ?? scheme.criteria.some((criterion) => criterion.number?.noData?.fact === id);
}

function faultOf(
  scheme: Scheme,
  rule: FactRule,
  value: FactValue,
  facts: Facts,
): Pick<FactFault, 'code' | 'params'> | null {
  if (!isNumeric(rule)) {
    const known = typeof value === 'string' && optionsOf(rule).includes(value);
    return known ? null : { code: 'unknownOption', params: { value } };
  }
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return { code: 'notANumber', params: { value: String(value) } };
  }
  if (value < 0 && !mayBeNegative(scheme, rule)) return { code: 'negative', params: { value } };
  const limit = rule.unit === '%' ? 100 : largest;
  if (Math.abs(value) > limit) return { code: 'tooLarge', params: { value, limit } };
  const whole = rule.partOf === undefined ? undefined : facts[rule.partOf];
  // A loss has no parts: nothing of it can have been paid out.
  if (typeof whole === 'number' && value > Math.max(whole, 0)) {
    return { code: 'partAboveWhole', params: { value, whole, of: rule.partOf ?? '' } };
  }
  return null;
}

/** Every fault of the figures given for one scope; a figure not given is no fault, see `missingFacts`. */
export function checkFacts(scheme: Scheme, scope: Scope, facts: Facts): FactFault[] {
  const rules = new Map(factsOfScope(scheme, scope).map((rule) => [rule.id, rule]));
  return Object.entries(facts).flatMap(([fact, value]): FactFault[] => {
    const rule = rules.get(fact);
    if (rule === undefined) return [{ fact, code: 'unknownFact', params: {} }];
    const fault = faultOf(scheme, rule, value, facts);
    return fault === null ? [] : [{ fact, ...fault }];
  });
}

/**
 * The faults that new figures bring into those that are there. A total made smaller than a part that stays is told at the
 * total: it is the one that was just written.
 */
export function faultsOfNew(scheme: Scheme, scope: Scope, given: Facts, current: Facts): FactFault[] {
  const wholeOf = new Map(factsOfScope(scheme, scope).map(({ id, partOf }) => [id, partOf]));
  const reported = new Set<string>();
  return checkFacts(scheme, scope, { ...current, ...given }).flatMap((fault): FactFault[] => {
    if (fault.fact in given) return [fault];
    const whole = wholeOf.get(fault.fact);
    if (fault.code !== 'partAboveWhole' || whole === undefined || !(whole in given)) return [];
    if (reported.has(whole)) return [];
    reported.add(whole);
    const { value = 0, whole: now = 0 } = fault.params;
    return [{ fact: whole, code: 'wholeBelowPart', params: { value: now, part: value, of: fault.fact } }];
  });
}

/** Ids of the figures of a scope that nobody has given yet. */
export function missingFacts(scheme: Scheme, scope: Scope, facts: Facts): string[] {
  return factsOfScope(scheme, scope)
    .filter((rule) => facts[rule.id] === undefined)
    .map((rule) => rule.id);
}
