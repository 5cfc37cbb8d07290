import type { Mark } from '../../../criteria/assessment.ts';
import type { Offer } from '../../../criteria/offer.ts';
import { isMandatory } from '../../../scoring/verdict.ts';
import { cycleOfCopy } from '../../common/schemeOf.ts';
import { type LabelFiles, marksOfLabel } from '../../file/labelFiles.ts';
import type { Asked } from './askedOf.ts';

export type MidtermQuestion = ReturnType<typeof midtermQuestions>[number];

/** The mandatory criteria that a task asks about, each with the levels that the label rests on: one of the organisation, or one of each of its offers. */
export function midtermQuestions(
  files: LabelFiles,
  offers: readonly Pick<Offer, 'id' | 'name'>[],
  { mandatory }: Asked,
) {
  const { organisation, offers: perOffer } = marksOfLabel(files);
  const cycle = cycleOfCopy(files[0].snapshot.content);
  const places: readonly { readonly offer: string; readonly marks: readonly Mark[] }[] = [
    { offer: '', marks: organisation },
    ...offers.map(({ id, name }) => ({
      offer: name,
      marks: perOffer.find(({ offerId }) => offerId === id)?.marks ?? [],
    })),
  ];
  return mandatory.flatMap((criterion) => {
    if (criterion.minimum === undefined) return [];
    const granted = places.flatMap(({ offer, marks }) =>
      marks.filter((mark) => mark.criterion === criterion.id).map(({ level }) => ({ offer, level })),
    );
    const isNa = granted.length > 0 && granted.every(({ level }) => level === 'na');
    const standing = isMandatory(criterion, cycle) ? ('due' as const) : ('renewal' as const);
    return [
      {
        criterion: criterion.id,
        minimum: criterion.minimum.level,
        granted,
        /** Whether the minimum holds for the label, from its renewal on, or not at all. */
        standing: isNa ? ('notApplicable' as const) : standing,
      },
    ];
  });
}
