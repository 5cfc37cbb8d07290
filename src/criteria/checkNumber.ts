import { factsOfCondition, parseCondition } from './condition.ts';
import { isNumeric } from './figures.ts';
import { FormulaError, factsOfFormula, parseFormula } from './formula.ts';
import type { FactRule, NumberRule, Scheme, Scope } from './scheme.ts';
import type { SchemeFault } from './schemeError.ts';
import type { KeyPath, SourceFile } from './sourceFile.ts';

/** Where a number rule stands: its scheme, its file, the path of its key and the scope of its theme. */
export interface NumberPlace {
  readonly scheme: Scheme;
  readonly source: SourceFile;
  readonly at: KeyPath;
  readonly scope: Scope;
}

function checkFact(
  place: NumberPlace,
  fact: string,
  key: KeyPath,
  fits: (rule: FactRule) => boolean,
): SchemeFault[] {
  const { scheme, source, at, scope } = place;
  const rule = scheme.facts.find((candidate) => candidate.id === fact);
  if (rule === undefined) return [source.fault('danglingFact', [...at, ...key], fact)];
  if (rule.scope === 'offer' && scope === 'organisation') {
    return [source.fault('factOutOfScope', [...at, ...key], fact)];
  }
  return fits(rule) ? [] : [source.fault('wrongType', [...at, ...key], `${fact} (${rule.unit})`)];
}

function checkFormula(place: NumberPlace, formula: string): SchemeFault[] {
  try {
    const facts = factsOfFormula(parseFormula(formula));
    return facts.flatMap((fact) => checkFact(place, fact, ['formula'], isNumeric));
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    return [place.source.fault('badFormula', [...place.at, 'formula'], `${formula}: ${error.message}`)];
  }
}

function checkOrder(place: NumberPlace, rule: NumberRule, at: NumberRule['at'], key: KeyPath): SchemeFault[] {
  const sorted = at.every((threshold, i) => {
    const before = at[i - 1];
    return before === undefined || (rule.better === 'higher' ? before < threshold : before > threshold);
  });
  return sorted ? [] : [place.source.fault('thresholdOrder', [...place.at, ...key], at.join(', '))];
}

/** The faults of a condition over figures; `ofCycle` where it may ask for the cycle instead. */
export function checkCondition(
  place: NumberPlace,
  text: string,
  key: KeyPath,
  ofCycle: boolean,
): SchemeFault[] {
  const bad = (problem: string) => [
    place.source.fault('badFormula', [...place.at, ...key], `${text}: ${problem}`),
  ];
  try {
    const condition = parseCondition(text);
    if (condition.kind === 'cycle' && !ofCycle) return bad('a level does not depend on the cycle');
    return factsOfCondition(condition).flatMap((fact) => checkFact(place, fact, key, isNumeric));
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    return bad(error.message);
  }
}

/** The faults of one rule that computes a level: its formula, the figures it names, the order of its thresholds. */
export function* checkNumber(place: NumberPlace, rule: NumberRule): Generator<SchemeFault> {
  const { atFor, noData, cases = [], cap } = rule;
  yield* checkFormula(place, rule.formula);
  yield* checkOrder(place, rule, rule.at, ['at']);
  if (atFor) {
    yield* checkFact(place, atFor.fact, ['atFor', 'fact'], (fact) => fact.unit === 'choice');
    yield* checkOrder(place, rule, atFor.at, ['atFor', 'at']);
    const options = place.scheme.facts.find((fact) => fact.id === atFor.fact)?.options;
    if (options && !options.includes(atFor.is))
      yield place.source.fault('unknownOption', [...place.at, 'atFor', 'is'], atFor.is);
  }
  for (const [i, { when }] of cases.entries())
    yield* checkCondition(place, when, ['cases', i, 'when'], false);
  if (noData) yield* checkFact(place, noData.fact, ['noData', 'fact'], isNumeric);
  if (cap) yield* checkFact(place, cap.unless, ['cap', 'unless'], (fact) => fact.unit === 'yesNo');
}
