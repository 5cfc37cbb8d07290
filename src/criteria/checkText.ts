import { optionsOf } from './figures.ts';
import type { Criterion, FactRule, Scheme, SchemeText } from './scheme.ts';
import type { SchemeFault } from './schemeError.ts';
import type { KeyPath, SourceFile } from './sourceFile.ts';

type Wording = Omit<SchemeText, 'language'>;

function checkKeys(source: SourceFile, at: KeyPath, wanted: readonly string[], given: object) {
  const keys = Object.keys(given);
  const fault = (code: 'missingText' | 'unknownText', id: string): SchemeFault =>
    source.fault(code, [...at, id], [...at, id].join('.'));
  return [
    ...wanted.filter((id) => !keys.includes(id)).map((id) => fault('missingText', id)),
    ...keys.filter((id) => !wanted.includes(id)).map((id) => fault('unknownText', id)),
  ];
}

function* checkFact(source: SourceFile, rule: FactRule, text: Wording): Generator<SchemeFault> {
  const wording = text.facts[rule.id];
  if (wording)
    yield* checkKeys(source, ['facts', rule.id, 'options'], optionsOf(rule), wording.options ?? {});
}

function* checkCriterion(source: SourceFile, rule: Criterion, text: Wording): Generator<SchemeFault> {
  const wording = text.criteria[rule.id];
  if (!wording) return;
  const at = ['criteria', rule.id];
  if (rule.na && wording.na === undefined) yield source.fault('naWithoutReason', at, rule.id);
  if (!rule.na && wording.na !== undefined) yield source.fault('reasonWithoutNa', [...at, 'na'], rule.id);
  const wantsNoData = rule.number?.noData !== undefined || rule.number?.cases !== undefined;
  if (wantsNoData === (wording.noData !== undefined)) return;
  const code = wantsNoData ? 'missingText' : 'unknownText';
  yield source.fault(code, [...at, 'noData'], `criteria.${rule.id}.noData`);
}

/** Every id of the scheme that one language leaves without words, and every wording that belongs to nothing. */
export function* checkText(scheme: Scheme, text: Wording, source: SourceFile): Generator<SchemeFault> {
  for (const section of ['themes', 'facts', 'criteria', 'exclusions', 'glossary'] as const) {
    const ids = scheme[section].map(({ id }) => id);
    yield* checkKeys(source, [section], ids, text[section]);
  }
  for (const rule of scheme.facts) yield* checkFact(source, rule, text);
  for (const rule of scheme.criteria) yield* checkCriterion(source, rule, text);
}
