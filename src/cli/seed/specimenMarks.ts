import type { Mark } from '../../criteria/assessment.ts';
import { criteriaOf } from '../../criteria/criteriaOf.ts';
import { meanings } from '../../criteria/meanings.ts';
import type { OfferType } from '../../criteria/offer.ts';
import type { Cycle, Level, Scheme } from '../../criteria/scheme.ts';
import { isMandatory, verdictOf } from '../../scoring/verdict.ts';
import type { Random } from './random.ts';

const levels: readonly Level[] = [0, 1, 2, 3, 4];

/** Marks of an organisation with which the rules grant a label: drawn, and drawn higher until they do. */
export function specimenMarks(chance: Random, scheme: Scheme, cycle: Cycle): readonly Mark[] {
  const rules = criteriaOf(scheme, 'organisation');
  for (const lowest of [1, 2, 2, 3, 4]) {
    const marks = rules.map((rule): Mark => {
      const due = rule.minimum && isMandatory(rule, cycle) ? rule.minimum.level : 0;
      return { criterion: rule.id, level: levels[chance.between(Math.max(lowest, due), 4)] ?? 4 };
    });
    if (verdictOf(scheme, 'organisation', cycle, marks).passes) return marks;
  }
  throw new Error(`criteria ${scheme.version}: even the highest levels get no label`);
}

/** Per cent made in the region below which an offer of a type gets no label. */
export function leastMadeHere(scheme: Scheme, type: OfferType): number {
  const rule = criteriaOf(scheme, 'offer').find(({ id }) => id === meanings.madeHere);
  if (!rule?.number || !rule.minimum) return 0;
  const { at, atFor } = rule.number;
  return (atFor?.is === type ? atFor.at : at)[rule.minimum.level - 1] ?? 0;
}
