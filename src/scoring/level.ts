import type { Answer, Facts, FactValue } from '../criteria/assessment.ts';
import { evaluateFormula, factsOfFormula, parseFormula } from '../criteria/formula.ts';
import type { Criterion, Level, NumberRule } from '../criteria/scheme.ts';

/** What a page needs to draw a computed level: the formula, the figures in it, and the steps it is measured against. */
export interface Computed {
  readonly formula: string;
  readonly unit: NumberRule['unit'];
  readonly better: NumberRule['better'];
  /** The figures given, by fact id, those of a cap, of other thresholds and of "no data" included. */
  readonly values: Readonly<Record<string, FactValue>>;
  /** Figures still to be given before the level can be computed. */
  readonly missing: readonly string[];
  /** The four thresholds that hold here. */
  readonly at: NumberRule['at'];
  /** The levels to choose from when the figures say nothing; empty when they do. */
  readonly choices: readonly Level[];
  /** The level a cap holds this criterion to, when it does. */
  readonly cappedAt: Level | null;
}

/** The level of a criterion, where it comes from, and for a computed one its value before any rounding. */
export interface LevelFound {
  /** Null: not answered yet, or not computable yet. */
  readonly level: Level | 'na' | null;
  readonly from: 'figures' | 'answer' | 'none';
  readonly value?: number;
  readonly computed?: Computed;
}

/** The number of thresholds reached: `higher` counts those at or below the value, `lower` those at or above it. */
export function levelAt(value: number, better: NumberRule['better'], at: NumberRule['at']): Level {
  const reached = at.filter((threshold) => (better === 'higher' ? value >= threshold : value <= threshold));
  return reached.length as Level;
}

function factsOfRule(rule: NumberRule): string[] {
  const named = [rule.noData?.fact, rule.atFor?.fact, rule.cap?.unless].filter((id) => id !== undefined);
  return [...new Set([...factsOfFormula(parseFormula(rule.formula)), ...named])];
}

function isZeroOrLess(value: FactValue | undefined): boolean {
  return typeof value === 'number' && value <= 0;
}

function fromFigures(rule: NumberRule, answer: Answer | undefined, facts: Facts): LevelFound {
  const ids = factsOfRule(rule);
  const given = ids.filter((id) => facts[id] !== undefined);
  const at = rule.atFor !== undefined && facts[rule.atFor.fact] === rule.atFor.is ? rule.atFor.at : rule.at;
  const silent = rule.noData !== undefined && isZeroOrLess(facts[rule.noData.fact]);
  const computed: Computed = {
    formula: rule.formula,
    unit: rule.unit,
    better: rule.better,
    values: Object.fromEntries(given.map((id) => [id, facts[id] as FactValue])),
    missing: silent ? [] : ids.filter((id) => facts[id] === undefined),
    at,
    choices: silent ? (rule.noData?.levels ?? []) : [],
    cappedAt: null,
  };
  if (silent) return chosen(computed, answer);
  const value = evaluateFormula(parseFormula(rule.formula), facts);
  if (value === null || computed.missing.length > 0) return { level: null, from: 'none', computed };
  const level = levelAt(value, rule.better, at);
  const capped = rule.cap !== undefined && facts[rule.cap.unless] !== 'yes' && level > rule.cap.level;
  return capped && rule.cap !== undefined
    ? { level: rule.cap.level, from: 'figures', value, computed: { ...computed, cappedAt: rule.cap.level } }
    : { level, from: 'figures', value, computed };
}

/** The figures say nothing: a single level is given, several are for the applicant to choose from. */
function chosen(computed: Computed, answer: Answer | undefined): LevelFound {
  const [only, ...others] = computed.choices;
  if (only !== undefined && others.length === 0) return { level: only, from: 'figures', computed };
  const claim = answer?.level;
  return claim !== undefined && claim !== null && computed.choices.includes(claim)
    ? { level: claim, from: 'answer', computed }
    : { level: null, from: 'none', computed };
}

/**
 * The level of one criterion. "Not applicable" counts only where the rule allows it; a computed criterion follows its
 * figures whatever was claimed, except where they say nothing.
 */
export function levelOf(criterion: Criterion, answer: Answer | undefined, facts: Facts): LevelFound {
  if (criterion.na && answer?.na === true) return { level: 'na', from: 'answer' };
  if (criterion.number !== undefined) return fromFigures(criterion.number, answer, facts);
  const claim = answer?.level ?? null;
  return claim === null ? { level: null, from: 'none' } : { level: claim, from: 'answer' };
}
