import type { Answer, Facts, FactValue } from './assessment.ts';
import { type Condition, evaluateCondition, factsOfCondition, parseCondition } from './condition.ts';
import { evaluateFormula, factsOfFormula, parseFormula } from './formula.ts';
import type { Level, NumberRule } from './scheme.ts';

/** What a page needs to draw a computed level: the formula, the figures in it, and the steps it is measured against. */
export interface Computed {
  readonly formula: string;
  readonly unit: NumberRule['unit'];
  readonly better: NumberRule['better'];
  /** The figures given, by fact id, those of a cap, of other thresholds and of cases included. */
  readonly values: Readonly<Record<string, FactValue>>;
  /** Figures still to be given before the level can be computed. */
  readonly missing: readonly string[];
  /** The four thresholds that hold here. */
  readonly at: NumberRule['at'];
  /** The levels to choose from where a case takes the place of the formula; empty where none does. */
  readonly choices: readonly Level[];
  /** The level a cap holds this criterion to, when it does. */
  readonly cappedAt: Level | null;
}

/** The level that figures give, where it comes from, and its value before any rounding. */
export interface FigureLevel {
  /** Null: not to be computed yet, or to be chosen still. */
  readonly level: Level | null;
  readonly from: 'figures' | 'answer' | 'none';
  readonly value?: number;
  readonly computed: Computed;
}

interface Case {
  readonly when: Condition;
  readonly levels: readonly Level[];
}

/** The number of thresholds reached: `higher` counts those at or below the value, `lower` those at or above it. */
export function levelAt(value: number, better: NumberRule['better'], at: NumberRule['at']): Level {
  const reached = at.filter((threshold) => (better === 'higher' ? value >= threshold : value <= threshold));
  return reached.length as Level;
}

/** The level that a rule gives for these figures; the answer chooses where a case leaves several levels. */
export function levelByFigures(rule: NumberRule, answer: Answer | undefined, facts: Facts): FigureLevel {
  const cases = casesOf(rule);
  const ids = factsOfRule(rule, cases);
  const given = ids.filter((id) => facts[id] !== undefined);
  const at = rule.atFor !== undefined && facts[rule.atFor.fact] === rule.atFor.is ? rule.atFor.at : rule.at;
  const holding = caseThatHolds(cases, facts);
  const computed: Computed = {
    formula: rule.formula,
    unit: rule.unit,
    better: rule.better,
    values: Object.fromEntries(given.map((id) => [id, facts[id] as FactValue])),
    missing: holding ? [] : ids.filter((id) => facts[id] === undefined),
    at,
    choices: holding?.levels ?? [],
    cappedAt: null,
  };
  if (holding) return chosen(computed, answer);
  const value = evaluateFormula(parseFormula(rule.formula), facts);
  if (value === null || computed.missing.length > 0) return { level: null, from: 'none', computed };
  const level = levelAt(value, rule.better, at);
  const capped = rule.cap !== undefined && facts[rule.cap.unless] !== 'yes' && level > rule.cap.level;
  return capped && rule.cap !== undefined
    ? { level: rule.cap.level, from: 'figures', value, computed: { ...computed, cappedAt: rule.cap.level } }
    : { level, from: 'figures', value, computed };
}

/** The levels that an applicant may come to choose where the formula of a rule says nothing. */
export function levelsToChoose({ noData, cases = [] }: NumberRule): readonly Level[] {
  const several = cases.flatMap(({ levels }) => (levels.length > 1 ? levels : []));
  return [...new Set([...(noData?.levels ?? []), ...several])];
}

/** The figures that a rule looks at, those of its cases, its other thresholds and its cap included. */
export function factsOfNumber(rule: NumberRule): string[] {
  return factsOfRule(rule, casesOf(rule));
}

/** "No data" is the one case that the first version could name: its figure is zero or less. */
function casesOf({ noData, cases = [] }: NumberRule): Case[] {
  const silent = noData ? [{ when: `${noData.fact} <= 0`, levels: noData.levels }] : [];
  return [...silent, ...cases].map(({ when, levels }) => ({ when: parseCondition(when), levels }));
}

function factsOfRule(rule: NumberRule, cases: readonly Case[]): string[] {
  const named = [rule.atFor?.fact, rule.cap?.unless].filter((id) => id !== undefined);
  const read = cases.flatMap(({ when }) => factsOfCondition(when));
  return [...new Set([...factsOfFormula(parseFormula(rule.formula)), ...read, ...named])];
}

/** The first case that holds; none as long as one before it waits for a figure. */
function caseThatHolds(cases: readonly Case[], facts: Facts): Case | undefined {
  const first = cases.find(({ when }) => evaluateCondition(when, facts, 'first') !== false);
  return first && evaluateCondition(first.when, facts, 'first') ? first : undefined;
}

/** Where the formula says nothing, a single level is given, and several are for the applicant to choose from. */
function chosen(computed: Computed, answer: Answer | undefined): FigureLevel {
  const [only, ...others] = computed.choices;
  if (only !== undefined && others.length === 0) return { level: only, from: 'figures', computed };
  const claim = answer?.level;
  return claim !== undefined && claim !== null && computed.choices.includes(claim)
    ? { level: claim, from: 'answer', computed }
    : { level: null, from: 'none', computed };
}
