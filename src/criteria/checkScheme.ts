import { checkDeadEnd, checkNa } from './checkNa.ts';
import { checkNumber } from './checkNumber.ts';
import { criteriaOf } from './criteriaOf.ts';
import type { Scheme } from './scheme.ts';
import type { SchemeFault } from './schemeError.ts';
import type { SourceFile } from './sourceFile.ts';

type Faults = Generator<SchemeFault>;

function* checkIds(scheme: Scheme, source: SourceFile): Faults {
  for (const list of ['facts', 'themes', 'criteria', 'exclusions', 'glossary'] as const) {
    const ids = scheme[list].map((item) => item.id);
    for (const [i, id] of ids.entries()) {
      if (ids.indexOf(id) < i) yield source.fault('duplicateId', [list, i, 'id'], id);
    }
  }
}

function* checkFactRules(scheme: Scheme, source: SourceFile): Faults {
  for (const [i, rule] of scheme.facts.entries()) {
    const { id, unit, options, partOf } = rule;
    if (unit === 'choice' && !options) yield source.fault('optionsMissing', ['facts', i, 'id'], id);
    if (unit !== 'choice' && options)
      yield source.fault('unknownKey', ['facts', i, 'options'], `${id}.options`);
    if (partOf === undefined) continue;
    const whole = scheme.facts.find((fact) => fact.id === partOf);
    const at = ['facts', i, 'partOf'];
    if (whole === undefined || whole === rule) yield source.fault('danglingFact', at, partOf);
    else if (whole.scope !== rule.scope) yield source.fault('factOutOfScope', at, partOf);
    else if (whole.unit !== unit) yield source.fault('partOfOtherUnit', at, partOf);
  }
}

function* checkThemes({ themes, criteria }: Scheme, source: SourceFile): Faults {
  for (const scope of ['organisation', 'offer'] as const) {
    const weights = themes.filter((theme) => theme.scope === scope).map(({ weight }) => weight);
    const sum = weights.reduce((total, weight) => total + weight, 0);
    if (Math.abs(sum - 100) >= 1e-9) yield source.fault('weightsNotSumming', ['themes'], `${scope}: ${sum}`);
  }
  for (const [i, { id }] of themes.entries()) {
    if (!criteria.some(({ theme }) => theme === id))
      yield source.fault('emptyTheme', ['themes', i, 'id'], id);
  }
}

function* checkThresholds({ thresholds: { organisation, exemplary } }: Scheme, source: SourceFile): Faults {
  const rising = [
    { at: ['thresholds', 'organisation', 'first'], goals: organisation.first },
    { at: ['thresholds', 'organisation', 'renewal'], goals: organisation.renewal },
    { at: ['thresholds', 'exemplary'], goals: exemplary },
  ];
  for (const [i, { at, goals }] of rising.entries()) {
    const lower = rising[i - 1]?.goals ?? goals;
    for (const key of ['overall', 'themeFloor'] as const) {
      if (goals[key] < lower[key])
        yield source.fault('thresholdOrder', [...at, key], `${lower[key]}, ${goals[key]}`);
    }
    const { overall, themeFloor } = goals;
    if (themeFloor > overall)
      yield source.fault('thresholdOrder', [...at, 'themeFloor'], `${themeFloor} > ${overall}`);
  }
}

function* checkMandatory(scheme: Scheme, source: SourceFile): Faults {
  const listed = scheme.thresholds.offer.mandatory;
  const ofOffers = criteriaOf(scheme, 'offer');
  for (const [i, id] of listed.entries()) {
    const rule = ofOffers.find((criterion) => criterion.id === id);
    const at = ['thresholds', 'offer', 'mandatory', i];
    if (!rule) yield source.fault('danglingCriterion', at, id);
    else if (!rule.minimum) yield source.fault('mandatoryMismatch', at, id);
  }
  for (const [i, criterion] of scheme.criteria.entries()) {
    if (criterion.minimum && ofOffers.includes(criterion) && !listed.includes(criterion.id))
      yield source.fault('mandatoryMismatch', ['criteria', i, 'minimum'], criterion.id);
  }
}

function* checkCriteria(scheme: Scheme, source: SourceFile): Faults {
  for (const [i, criterion] of scheme.criteria.entries()) {
    const theme = scheme.themes.find((candidate) => candidate.id === criterion.theme);
    if (theme === undefined) {
      yield source.fault('danglingTheme', ['criteria', i, 'theme'], criterion.theme);
      continue;
    }
    const place = { scheme, source, at: ['criteria', i], scope: theme.scope };
    const { number } = criterion;
    const ofNumber = number ? checkNumber({ ...place, at: [...place.at, 'number'] }, number) : [];
    const faults = [...checkNa(place, criterion), ...ofNumber];
    yield* faults.length > 0 || !number ? faults : checkDeadEnd(place, criterion);
  }
}

function* checkDeclaration(scheme: Scheme, source: SourceFile): Faults {
  for (const [i, id] of scheme.validity.yearlyDeclaration.entries()) {
    const at = ['validity', 'yearlyDeclaration', i];
    const rule = scheme.facts.find((fact) => fact.id === id);
    if (!rule) yield source.fault('danglingFact', at, id);
    else if (rule.scope === 'offer') yield source.fault('factOutOfScope', at, id);
  }
}

/** Every fault in what ties the parts of a well-formed scheme together. */
export function checkScheme(scheme: Scheme, source: SourceFile): SchemeFault[] {
  const checks = [checkIds, checkFactRules, checkThemes, checkThresholds, checkMandatory, checkCriteria];
  return [...checks, checkDeclaration].flatMap((check) => [...check(scheme, source)]);
}
