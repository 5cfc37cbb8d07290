import type { Facts, FactValue } from './assessment.ts';
import { factsOfCondition, parseCondition } from './condition.ts';
import { factsOfNumber, levelByFigures } from './figureLevel.ts';
import { checkFacts, isNumeric, optionsOf } from './figures.ts';
import { notApplicable } from './notApplicable.ts';
import type { Criterion, FactRule, Scheme } from './scheme.ts';

/** Either side of zero, and far from it. */
const samples = [-1, 0, 1, 1000];

/**
 * Figures that leave a computed criterion without a level, without a choice of levels, without "not applicable" and without
 * a figure that could still be given: an application with such figures could never be sent. Null where there are none.
 */
export function deadEndOf(scheme: Scheme, criterion: Criterion): Facts | null {
  const { number } = criterion;
  if (!number) return null;
  const ids = new Set([...factsOfNumber(number), ...naFactsOf(criterion)]);
  const rules = scheme.facts.filter(({ id }) => ids.has(id));
  for (const facts of combinations(rules.map((rule) => [rule.id, valuesOf(rule, criterion)] as const))) {
    if (isPossible(scheme, facts) && isDeadEnd(criterion, facts)) return facts;
  }
  return null;
}

function isDeadEnd(criterion: Criterion, facts: Facts): boolean {
  const { number } = criterion;
  if (!number) return false;
  const { level, computed } = levelByFigures(number, undefined, facts);
  if (level !== null || computed.choices.length > 0 || computed.missing.length > 0) return false;
  return (['first', 'renewal'] as const).some((cycle) => {
    const { state } = notApplicable(criterion, facts, cycle);
    return state !== 'allowed' && state !== 'unknown';
  });
}

function naFactsOf({ naWhen }: Criterion): string[] {
  return naWhen === undefined ? [] : factsOfCondition(parseCondition(naWhen));
}

/** What may be given for a figure, and that it is not given: around zero, and around each number that a condition names. */
function valuesOf(rule: FactRule, { naWhen, number }: Criterion): (FactValue | undefined)[] {
  if (!isNumeric(rule)) return [undefined, ...optionsOf(rule)];
  const conditions = [naWhen ?? '', ...(number?.cases ?? []).map(({ when }) => when)];
  const named = conditions.flatMap((text) => (text.match(/(?<![A-Z\d])\d+(\.\d+)?/g) ?? []).map(Number));
  return [undefined, ...new Set([...samples, ...named.flatMap((n) => [n - 1, n, n + 1])])];
}

/** Whether the figures can be entered beside each other. */
function isPossible(scheme: Scheme, facts: Facts): boolean {
  return (['organisation', 'offer'] as const).every((scope) => {
    const ids = new Set(scheme.facts.filter((rule) => rule.scope === scope).map(({ id }) => id));
    const own = Object.fromEntries(Object.entries(facts).filter(([id]) => ids.has(id)));
    return checkFacts(scheme, scope, own).length === 0;
  });
}

function* combinations(
  figures: readonly (readonly [string, readonly (FactValue | undefined)[]])[],
): Generator<Facts> {
  const [first, ...rest] = figures;
  if (!first) {
    yield {};
    return;
  }
  const [id, values] = first;
  for (const others of combinations(rest)) {
    for (const value of values) yield value === undefined ? others : { [id]: value, ...others };
  }
}
