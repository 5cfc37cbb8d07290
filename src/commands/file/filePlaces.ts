import { criteriaOf } from '../../criteria/criteriaOf.ts';
import { factsAt } from '../../criteria/figuresAt.ts';
import { notApplicable } from '../../criteria/notApplicable.ts';
import { levelOf } from '../../scoring/level.ts';
import { cycleOfCopy } from '../common/schemeOf.ts';
import { type CriterionPlace, isSamePlace } from '../items/assessmentItems.ts';
import type { ConfirmedFact } from '../items/items.ts';
import type { FrozenFile } from './frozenFile.ts';

/** One criterion of a file with what the applicant claims; `offerId` is empty for the organisation's criteria. */
export type FilePlace = ReturnType<typeof filePlaces>[number];

/** Every place of a frozen file that is scored: the organisation's in the order of the scheme, then offer by offer. */
export function filePlaces({ published, snapshot }: Pick<FrozenFile, 'published' | 'snapshot'>) {
  const { scheme } = published;
  const {
    assessment,
    offers,
    confirmed = [],
    evidence,
    certificates = [],
    exchanges = [],
  } = snapshot.content;
  const cycle = cycleOfCopy(snapshot.content);
  const parts = offers.map(({ id }) => {
    const own = assessment.offers.find((offer) => offer.offerId === id);
    const facts = factsAt(assessment, id);
    return { offerId: id, scope: 'offer' as const, answers: own?.answers ?? [], facts };
  });
  return [{ offerId: '', scope: 'organisation' as const, ...assessment }, ...parts].flatMap(
    ({ offerId, scope, answers, facts }) =>
      criteriaOf(scheme, scope).flatMap((criterion) => {
        const answer = answers.find((given) => given.criterion === criterion.id);
        const claim = levelOf(criterion, answer, facts, cycle);
        if (claim.level === null) return [];
        const values = claim.computed?.values ?? {};
        const isOfThis = (one: ConfirmedFact) => one.offerId === offerId && values[one.fact] === one.value;
        // Figures far from the one before, as the applicant confirmed them last: one can be confirmed, changed and confirmed again.
        const last = new Map(confirmed.filter(isOfThis).map((one) => [one.fact, one]));
        // The files that the answer points to, as they were frozen.
        const files = (answer?.files ?? []).flatMap(
          (id) => evidence.find(({ document }) => document === id) ?? [],
        );
        // Whether the figures allow "not applicable" here, with those figures.
        const na = notApplicable(criterion, facts, cycle);
        const at: CriterionPlace = { offerId, criterion: criterion.id };
        const held = certificates.flatMap((one) =>
          one.places.filter((place) => isSamePlace(place, at)).map((place) => ({ ...one, place })),
        );
        const exchanged = exchanges.find((one) => isSamePlace({ ...one, offerId: '' }, at)) ?? null;
        const shown = { answer, files, held, exchanged };
        return [{ offerId, criterion, at, claim, na, confirmed: [...last.values()], ...shown }];
      }),
  );
}
