import { checkDeadEnd, checkNa } from './checkNa.ts';
import { checkNumber } from './checkNumber.ts';
import { criteriaOf } from './criteriaOf.ts';
import type { FactRule, Scheme } from './scheme.ts';
import type { SchemeFault } from './schemeError.ts';
import type { SourceFile } from './sourceFile.ts';

function checkIds(scheme: Scheme, source: SourceFile): SchemeFault[] {
  return (['facts', 'themes', 'criteria', 'exclusions', 'glossary'] as const).flatMap((list) => {
    const ids = scheme[list].map((item) => item.id);
    return ids.flatMap((id, i) =>
      ids.indexOf(id) < i ? [source.fault('duplicateId', [list, i, 'id'], id)] : [],
    );
  });
}

function checkFactRule(scheme: Scheme, source: SourceFile, rule: FactRule, i: number): SchemeFault[] {
  const faults: SchemeFault[] = [];
  if (rule.unit === 'choice' && rule.options === undefined) {
    faults.push(source.fault('optionsMissing', ['facts', i, 'id'], rule.id));
  }
  if (rule.unit !== 'choice' && rule.options !== undefined) {
    faults.push(source.fault('unknownKey', ['facts', i, 'options'], `${rule.id}.options`));
  }
  if (rule.partOf === undefined) return faults;
  const whole = scheme.facts.find((fact) => fact.id === rule.partOf);
  const at = ['facts', i, 'partOf'];
  if (whole === undefined || whole === rule) faults.push(source.fault('danglingFact', at, rule.partOf));
  else if (whole.scope !== rule.scope) faults.push(source.fault('factOutOfScope', at, rule.partOf));
  else if (whole.unit !== rule.unit) faults.push(source.fault('partOfOtherUnit', at, rule.partOf));
  return faults;
}

function checkThemes(scheme: Scheme, source: SourceFile): SchemeFault[] {
  const sums = (['organisation', 'offer'] as const).flatMap((scope) => {
    const sum = scheme.themes
      .filter((theme) => theme.scope === scope)
      .reduce((total, theme) => total + theme.weight, 0);
    return Math.abs(sum - 100) < 1e-9
      ? []
      : [source.fault('weightsNotSumming', ['themes'], `${scope}: ${sum}`)];
  });
  const empty = scheme.themes.flatMap((theme, i) =>
    scheme.criteria.some((criterion) => criterion.theme === theme.id)
      ? []
      : [source.fault('emptyTheme', ['themes', i, 'id'], theme.id)],
  );
  return [...sums, ...empty];
}

function checkThresholds(scheme: Scheme, source: SourceFile): SchemeFault[] {
  const { organisation, exemplary } = scheme.thresholds;
  const rising = [
    { at: ['thresholds', 'organisation', 'renewal'], lower: organisation.first, upper: organisation.renewal },
    { at: ['thresholds', 'exemplary'], lower: organisation.renewal, upper: exemplary },
  ];
  const order = rising.flatMap(({ at, lower, upper }) =>
    (['overall', 'themeFloor'] as const)
      .filter((key) => upper[key] < lower[key])
      .map((key) => source.fault('thresholdOrder', [...at, key], `${lower[key]}, ${upper[key]}`)),
  );
  const floors = [organisation.first, organisation.renewal, exemplary];
  const places = [
    ['thresholds', 'organisation', 'first'],
    ['thresholds', 'organisation', 'renewal'],
    ['thresholds', 'exemplary'],
  ];
  const above = floors.flatMap(({ overall, themeFloor }, i) =>
    themeFloor > overall
      ? [source.fault('thresholdOrder', [...(places[i] ?? []), 'themeFloor'], `${themeFloor} > ${overall}`)]
      : [],
  );
  return [...order, ...above];
}

function checkMandatory(scheme: Scheme, source: SourceFile): SchemeFault[] {
  const listed = scheme.thresholds.offer.mandatory;
  const ofOffers = criteriaOf(scheme, 'offer');
  const wrong = listed.flatMap((id, i) => {
    const rule = ofOffers.find((criterion) => criterion.id === id);
    const at = ['thresholds', 'offer', 'mandatory', i];
    if (rule === undefined) return [source.fault('danglingCriterion', at, id)];
    return rule.minimum === undefined ? [source.fault('mandatoryMismatch', at, id)] : [];
  });
  const unlisted = scheme.criteria.flatMap((criterion, i) =>
    criterion.minimum !== undefined && ofOffers.includes(criterion) && !listed.includes(criterion.id)
      ? [source.fault('mandatoryMismatch', ['criteria', i, 'minimum'], criterion.id)]
      : [],
  );
  return [...wrong, ...unlisted];
}

function checkCriteria(scheme: Scheme, source: SourceFile): SchemeFault[] {
  return scheme.criteria.flatMap((criterion, i) => {
    const theme = scheme.themes.find((candidate) => candidate.id === criterion.theme);
    if (theme === undefined)
      return [source.fault('danglingTheme', ['criteria', i, 'theme'], criterion.theme)];
    const place = { scheme, source, at: ['criteria', i], scope: theme.scope };
    const na = checkNa(place, criterion);
    if (criterion.number === undefined) return na;
    const number = checkNumber({ ...place, at: [...place.at, 'number'] }, criterion.number);
    const faults = [...na, ...number];
    return faults.length > 0 ? faults : checkDeadEnd(place, criterion);
  });
}

function checkDeclaration(scheme: Scheme, source: SourceFile): SchemeFault[] {
  return scheme.validity.yearlyDeclaration.flatMap((id, i) => {
    const at = ['validity', 'yearlyDeclaration', i];
    const rule = scheme.facts.find((fact) => fact.id === id);
    if (rule === undefined) return [source.fault('danglingFact', at, id)];
    return rule.scope === 'offer' ? [source.fault('factOutOfScope', at, id)] : [];
  });
}

/** Every fault in what ties the parts of a well-formed scheme together. */
export function checkScheme(scheme: Scheme, source: SourceFile): SchemeFault[] {
  return [
    ...checkIds(scheme, source),
    ...scheme.facts.flatMap((rule, i) => checkFactRule(scheme, source, rule, i)),
    ...checkThemes(scheme, source),
    ...checkThresholds(scheme, source),
    ...checkMandatory(scheme, source),
    ...checkCriteria(scheme, source),
    ...checkDeclaration(scheme, source),
  ];
}
