import type { Facts } from './assessment.ts';
import { factPattern } from './factPattern.ts';

/** A parsed formula of a scheme: a number, a fact, an operation on two formulas, or the highest of several. */
export type Formula =
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'fact'; readonly fact: string }
  | {
      readonly kind: 'operation';
      readonly operator: '+' | '-' | '*' | '/';
      readonly left: Formula;
      readonly right: Formula;
    }
  | { readonly kind: 'max'; readonly of: readonly Formula[] };

/** What is wrong with a formula, and the column (from 1) where it was seen. */
export class FormulaError extends Error {
  readonly column: number;

  constructor(problem: string, column: number) {
    super(`${problem} in column ${column}`);
    this.name = 'FormulaError';
    this.column = column;
  }
}

interface Token {
  readonly text: string;
  readonly column: number;
}

function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  for (const match of source.matchAll(/\d+(?:\.\d+)?|[A-Za-z]\w*|\S/g)) {
    tokens.push({ text: match[0], column: match.index + 1 });
  }
  return tokens;
}

/** Reads numbers, fact ids, + - * /, parentheses and max(…, …); throws a FormulaError on anything else. */
export function parseFormula(source: string): Formula {
  const tokens = tokensOf(source);
  const end: Token = { text: '', column: source.length + 1 };
  let position = 0;
  const next = (): Token => tokens[position] ?? end;

  function chain(operators: string, operand: () => Formula): Formula {
    let left = operand();
    while (next().text !== '' && operators.includes(next().text)) {
      const operator = next().text as '+' | '-' | '*' | '/';
      position += 1;
      left = { kind: 'operation', operator, left, right: operand() };
    }
    return left;
  }

  function close(opened: Token): void {
    if (next().text !== ')') throw new FormulaError('parenthesis not closed', opened.column);
    position += 1;
  }

  function highest(opened: Token): Formula {
    const of = [sum()];
    while (next().text === ',') {
      position += 1;
      of.push(sum());
    }
    close(opened);
    return { kind: 'max', of };
  }

  function factor(): Formula {
    const token = next();
    position += 1;
    if (token.text === '(') {
      const inner = sum();
      close(token);
      return inner;
    }
    if (token.text === 'max' && next().text === '(') {
      position += 1;
      return highest(token);
    }
    if (/^\d/.test(token.text)) return { kind: 'number', number: Number(token.text) };
    if (factPattern.test(token.text)) return { kind: 'fact', fact: token.text };
    throw new FormulaError(token.text === '' ? 'unexpected end' : `unexpected "${token.text}"`, token.column);
  }

  const product = (): Formula => chain('*/', factor);
  const sum = (): Formula => chain('+-', product);

  const formula = sum();
  if (position < tokens.length) {
    throw new FormulaError(`unexpected "${next().text}"`, next().column);
  }
  return formula;
}

/** The facts a formula reads, each once, in the order they are met. */
export function factsOfFormula(formula: Formula): string[] {
  if (formula.kind === 'number') return [];
  if (formula.kind === 'fact') return [formula.fact];
  if (formula.kind === 'max') return [...new Set(formula.of.flatMap(factsOfFormula))];
  return [...new Set([...factsOfFormula(formula.left), ...factsOfFormula(formula.right)])];
}

function compute(formula: Formula, facts: Facts): number {
  if (formula.kind === 'number') return formula.number;
  if (formula.kind === 'fact') {
    const value = facts[formula.fact];
    return typeof value === 'number' ? value : Number.NaN;
  }
  if (formula.kind === 'max') return Math.max(...formula.of.map((one) => compute(one, facts)));
  const left = compute(formula.left, facts);
  const right = compute(formula.right, facts);
  if (formula.operator === '+') return left + right;
  if (formula.operator === '-') return left - right;
  return formula.operator === '*' ? left * right : left / right;
}

/**
 * The value of a formula, or null when a fact is missing or not a number, or on a division by zero.
 * Kept to twelve significant digits, so that 57/100*100 is 57 and no threshold hangs on binary fractions.
 */
export function evaluateFormula(formula: Formula, facts: Facts): number | null {
  const value = compute(formula, facts);
  return Number.isFinite(value) ? Number(value.toPrecision(12)) : null;
}

/** The facts that a formula divides by: where one of them is zero, it has no value. */
export function divisorsOf(formula: Formula): string[] {
  if (formula.kind === 'max') return [...new Set(formula.of.flatMap(divisorsOf))];
  if (formula.kind !== 'operation') return [];
  const own = formula.operator === '/' ? factsOfFormula(formula.right) : [];
  return [...new Set([...divisorsOf(formula.left), ...own, ...divisorsOf(formula.right)])];
}
