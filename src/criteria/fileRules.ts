import { factsOfCondition, parseCondition } from './condition.ts';
import { criteriaOf } from './criteriaOf.ts';
import { factsOfNumber } from './figureLevel.ts';
import { mayBeNegative } from './figures.ts';
import { typeFact } from './offer.ts';
import type { Criterion, PublishedScheme, Scheme } from './scheme.ts';

/** What a file is about where it is not everything: new offers of a label, or some criteria of it. */
export type FileScope = { readonly offers: readonly string[] } | { readonly criteria: readonly string[] };

/** The rules of one file: `scheme` holds what it asks for, `whole` the version by which it is judged. */
export interface FileRules extends PublishedScheme {
  readonly whole: Scheme;
}

/**
 * The rules of a file of a scope, of a whole one where that is null. Whatever lists, asks, takes, scores or prints the places of
 * a file reads its `scheme`; a verdict follows from `whole`, with the marks that the file carries over from its label.
 */
export function rulesFor(published: PublishedScheme, scope: FileScope | null): FileRules {
  const whole = published.scheme;
  return { ...published, scheme: scope === null ? whole : askedBy(whole, scope), whole };
}

/** The criteria of a scope, with their themes and the figures that they are computed from. */
function askedBy(scheme: Scheme, scope: FileScope): Scheme {
  const criteria =
    'criteria' in scope
      ? scheme.criteria.filter(({ id }) => scope.criteria.includes(id))
      : criteriaOf(scheme, 'offer');
  const themes = scheme.themes.filter(({ id }) => criteria.some(({ theme }) => theme === id));
  const read = new Set(criteria.flatMap(factsRead));
  if (themes.some((theme) => theme.scope === 'offer')) read.add(typeFact);
  const wholes = scheme.facts.filter(({ id }) => read.has(id)).flatMap(({ partOf }) => partOf ?? []);
  for (const id of wholes) read.add(id);
  const facts = scheme.facts.filter(
    (rule) => read.has(rule.id) || (rule.scope === 'offer' && 'offers' in scope),
  );
  // Whether a loss may be entered can follow from a criterion that is not asked here.
  return {
    ...scheme,
    criteria,
    themes,
    facts: facts.map((rule) => ({ ...rule, negative: mayBeNegative(scheme, rule) })),
  };
}

/** The figures that the level of a criterion, or its "not applicable", depends on. */
function factsRead({ number, naWhen, naReason }: Criterion): readonly string[] {
  const conditions = [naWhen, naReason].filter((one) => typeof one === 'string');
  return [
    ...(number ? factsOfNumber(number) : []),
    ...conditions.flatMap((one) => factsOfCondition(parseCondition(one))),
  ];
}
