import type { Facts } from './assessment.ts';
import { evaluateFormula, type Formula, FormulaError, factsOfFormula, parseFormula } from './formula.ts';
import type { Cycle } from './scheme.ts';

const comparisons = {
  '<': (left: number, right: number) => left < right,
  '<=': (left: number, right: number) => left <= right,
  '>': (left: number, right: number) => left > right,
  '>=': (left: number, right: number) => left >= right,
  '=': (left: number, right: number) => left === right,
};
type Operator = keyof typeof comparisons;
const operators = Object.keys(comparisons) as Operator[];

/** A parsed condition of a scheme: two formulas held against each other, or the cycle of the label. */
export type Condition =
  | { readonly kind: 'cycle'; readonly cycle: Cycle }
  | {
      readonly kind: 'comparison';
      readonly operator: Operator;
      readonly left: Formula;
      readonly right: Formula;
    };

/** Reads "F02 < 2", "F20 > max(F06, 0)" or "cycle = first"; throws a FormulaError on anything else. */
export function parseCondition(source: string): Condition {
  const [, before = '', sign, after = ''] = /^([^<>=]*)(<=|>=|<|>|=)([^<>=]*)$/.exec(source) ?? [];
  const operator = operators.find((one) => one === sign);
  if (operator === undefined) throw new FormulaError('no single comparison', 1);
  if (before.trim() !== 'cycle') {
    return { kind: 'comparison', operator, left: parseFormula(before), right: parseFormula(after) };
  }
  const cycle = (['first', 'renewal'] as const).find((one) => one === after.trim());
  if (operator !== '=' || cycle === undefined) {
    throw new FormulaError(`unexpected "${after.trim()}"`, before.length + 2);
  }
  return { kind: 'cycle', cycle };
}

/** The facts that a condition reads, each once. */
export function factsOfCondition(condition: Condition): string[] {
  if (condition.kind === 'cycle') return [];
  return [...new Set([...factsOfFormula(condition.left), ...factsOfFormula(condition.right)])];
}

/** Whether a condition holds; null where a figure that it reads is not given or has no value. */
export function evaluateCondition(condition: Condition, facts: Facts, cycle: Cycle): boolean | null {
  if (condition.kind === 'cycle') return condition.cycle === cycle;
  const left = evaluateFormula(condition.left, facts);
  const right = evaluateFormula(condition.right, facts);
  return left === null || right === null ? null : comparisons[condition.operator](left, right);
}
