import { optionsOf } from './figures.ts';
import type { Criterion, FactRule, Scheme, SchemeText } from './scheme.ts';
import type { SchemeFault } from './schemeError.ts';
import type { KeyPath, SourceFile } from './sourceFile.ts';

type Wording = Omit<SchemeText, 'language'>;

function checkKeys(
  source: SourceFile,
  at: KeyPath,
  wanted: readonly string[],
  given: Readonly<Record<string, unknown>>,
): SchemeFault[] {
  const keys = Object.keys(given);
  const fault = (code: 'missingText' | 'unknownText', id: string): SchemeFault =>
    source.fault(code, [...at, id], [...at, id].join('.'));
  return [
    ...wanted.filter((id) => !keys.includes(id)).map((id) => fault('missingText', id)),
    ...keys.filter((id) => !wanted.includes(id)).map((id) => fault('unknownText', id)),
  ];
}

function checkOptions(source: SourceFile, rule: FactRule, text: Wording): SchemeFault[] {
  const wording = text.facts[rule.id];
  if (wording === undefined) return [];
  return checkKeys(source, ['facts', rule.id, 'options'], optionsOf(rule), wording.options ?? {});
}

function checkCriterion(source: SourceFile, rule: Criterion, text: Wording): SchemeFault[] {
  const wording = text.criteria[rule.id];
  if (wording === undefined) return [];
  const at = ['criteria', rule.id];
  const faults: SchemeFault[] = [];
  if (rule.na && wording.na === undefined) faults.push(source.fault('naWithoutReason', at, rule.id));
  if (!rule.na && wording.na !== undefined) {
    faults.push(source.fault('reasonWithoutNa', [...at, 'na'], rule.id));
  }
  const wantsNoData = rule.number?.noData !== undefined || rule.number?.cases !== undefined;
  if (wantsNoData !== (wording.noData !== undefined)) {
    const code = wantsNoData ? 'missingText' : 'unknownText';
    faults.push(source.fault(code, [...at, 'noData'], `criteria.${rule.id}.noData`));
  }
  return faults;
}

/** Every id of the scheme that one language leaves without words, and every wording that belongs to nothing. */
export function checkText(scheme: Scheme, text: Wording, source: SourceFile): SchemeFault[] {
  const sections = (['themes', 'facts', 'criteria', 'exclusions', 'glossary'] as const).flatMap((section) =>
    checkKeys(
      source,
      [section],
      scheme[section].map((item) => item.id),
      text[section],
    ),
  );
  return [
    ...sections,
    ...scheme.facts.flatMap((rule) => checkOptions(source, rule, text)),
    ...scheme.criteria.flatMap((rule) => checkCriterion(source, rule, text)),
  ];
}
