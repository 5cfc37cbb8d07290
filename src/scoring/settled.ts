import type { Mark, Marks } from '../criteria/assessment.ts';
import type { Scheme, Scope } from '../criteria/scheme.ts';
import type { Rating } from './agreement.ts';
import { levelsByCriterion, marksOfOffer, noMarks } from './marks.ts';

/** The lower of two levels; "not applicable" only where both say so; null where one has no mark. */
export function settledLevel(first: Rating, second: Rating): Rating {
  if (first === null || second === null) return null;
  if (first === 'na') return second;
  if (second === 'na') return first;
  return first <= second ? first : second;
}

/**
 * The marks that count after two reviews: the lower level of the two, "not applicable" only where both say so, and the
 * moderator's mark wherever there is one. No average. A criterion that only one of them marked stays open.
 */
export function settledMarks(scheme: Scheme, first: Marks, second: Marks, moderated: Marks = noMarks): Marks {
  const all = [...first.offers, ...second.offers, ...moderated.offers];
  const ids = [...new Set(all.map((offer) => offer.offerId))].sort();
  const settle = (scope: Scope, on: (marks: Marks) => readonly Mark[]): Mark[] => {
    const levels = (marks: Marks) => levelsByCriterion(scheme, scope, on(marks));
    const [others, overriding] = [levels(second), levels(moderated)];
    return [...levels(first)].flatMap(([criterion, level]): Mark[] => {
      const settled = overriding.get(criterion) ?? settledLevel(level, others.get(criterion) ?? null);
      return settled === null ? [] : [{ criterion, level: settled }];
    });
  };
  return {
    organisation: settle('organisation', ({ organisation }) => organisation),
    offers: ids.map((offerId) => ({
      offerId,
      marks: settle('offer', (marks) => marksOfOffer(marks, offerId)),
    })),
  };
}
