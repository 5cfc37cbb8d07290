import type { Mark, Marks } from '../criteria/assessment.ts';
import type { Level, Scheme, Scope } from '../criteria/scheme.ts';
import { levelsByCriterion } from './marks.ts';

type Given = Level | 'na' | null;

const noMarks: Marks = { organisation: [], offers: [] };

/** The lower of two levels; "not applicable" only where both say so; null where one has no mark. */
export function settledLevel(first: Given, second: Given): Given {
  if (first === null || second === null) return null;
  if (first === 'na') return second;
  if (second === 'na') return first;
  return first <= second ? first : second;
}

function settledIn(
  scheme: Scheme,
  scope: Scope,
  first: readonly Mark[],
  second: readonly Mark[],
  moderated: readonly Mark[],
): Mark[] {
  const others = levelsByCriterion(scheme, scope, second);
  const overriding = levelsByCriterion(scheme, scope, moderated);
  return [...levelsByCriterion(scheme, scope, first)].flatMap(([criterion, level]): Mark[] => {
    const settled = overriding.get(criterion) ?? settledLevel(level, others.get(criterion) ?? null);
    return settled === null ? [] : [{ criterion, level: settled }];
  });
}

/**
 * The marks that count after two reviews: the lower level of the two, "not applicable" only where both say so, and the
 * moderator's mark wherever there is one. No average. A criterion that only one of them marked stays open.
 */
export function settledMarks(scheme: Scheme, first: Marks, second: Marks, moderated: Marks = noMarks): Marks {
  const all = [...first.offers, ...second.offers, ...moderated.offers];
  const ids = [...new Set(all.map((offer) => offer.offerId))].sort();
  const on = (marks: Marks, id: string): readonly Mark[] =>
    marks.offers.find((offer) => offer.offerId === id)?.marks ?? [];
  return {
    organisation: settledIn(
      scheme,
      'organisation',
      first.organisation,
      second.organisation,
      moderated.organisation,
    ),
    offers: ids.map((offerId) => ({
      offerId,
      marks: settledIn(scheme, 'offer', on(first, offerId), on(second, offerId), on(moderated, offerId)),
    })),
  };
}
