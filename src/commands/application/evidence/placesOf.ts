import type { Certificate } from '../../../criteria/certificates.ts';
import { criteriaOf } from '../../../criteria/criteriaOf.ts';
import type { Criterion, Scheme } from '../../../criteria/scheme.ts';
import type { SelfAssessment } from '../../items/items.ts';

/** The criteria of a file that a certificate is about; those of offers, in each offer. */
export function placesOf(
  { shows }: Certificate,
  scheme: Scheme,
  { offersNamed }: Pick<SelfAssessment, 'offersNamed'>,
) {
  const isAbout = ({ id }: Criterion) => shows.some(({ criterion }) => criterion === id);
  const parts = [{ id: '' }, ...offersNamed];
  return parts.flatMap(({ id: offerId }) =>
    criteriaOf(scheme, offerId === '' ? 'organisation' : 'offer')
      .filter(isAbout)
      .map((criterion) => ({ offerId, criterion })),
  );
}
