import fc from 'fast-check';
import type { Mark, Marks } from '../../../src/criteria/assessment.ts';
import { criteriaOf } from '../../../src/criteria/criteriaOf.ts';
import type { Level, Scheme, Scope } from '../../../src/criteria/scheme.ts';

const level = fc.constantFrom<Level>(0, 1, 2, 3, 4);

/** Any marks on one scope, "not applicable" only where it is allowed; `holes` leaves some criteria without a mark. */
export function anyMarks(scheme: Scheme, scope: Scope, holes = false): fc.Arbitrary<Mark[]> {
  const each = criteriaOf(scheme, scope).map((rule) => {
    const allowed = rule.na ? fc.oneof({ weight: 4, arbitrary: level }, fc.constant('na' as const)) : level;
    const mark = allowed.map((given): Mark[] => [{ criterion: rule.id, level: given }]);
    return holes ? fc.oneof({ weight: 6, arbitrary: mark }, fc.constant([])) : mark;
  });
  return fc.tuple(...each).map((marks) => marks.flat());
}

/** Any marks on a file with the two offers "bread" and "bike". */
export function anyFile(scheme: Scheme, holes = false): fc.Arbitrary<Marks> {
  const offer = anyMarks(scheme, 'offer', holes);
  return fc
    .tuple(anyMarks(scheme, 'organisation', holes), offer, offer)
    .map(([organisation, bread, bike]) => ({
      organisation,
      offers: [
        { offerId: 'bread', marks: bread },
        { offerId: 'bike', marks: bike },
      ],
    }));
}
