import { certificateOf, provenLevel } from '../../../criteria/certificates.ts';
import type { Scheme } from '../../../criteria/scheme.ts';
import type { Day } from '../../../register/day.ts';
import { isSamePlace } from '../../items/assessmentItems.ts';
import type { HeldCertificate } from '../../items/heldCertificate.ts';
import type { SelfAssessment } from '../../items/items.ts';
import { placesOf } from '../evidence/placesOf.ts';

interface To extends Pick<SelfAssessment, 'offersNamed'> {
  readonly scheme: Scheme;
  readonly today: Day;
  /** The document of the new file with the bytes of an earlier one; empty where it has none. */
  readonly documentOf: (earlier: string) => string;
}

/**
 * The certificates that a new file takes over from an earlier one, each said once, with the criteria that it is about now. One that
 * is over comes too, so that it is named until it is said anew or taken back; one that nothing shows any more does not.
 */
export function carriedCertificates(
  held: readonly HeldCertificate[],
  { scheme, offersNamed, today, documentOf }: To,
): HeldCertificate[] {
  // Of several files the last one says what holds.
  const last = new Map(held.toSorted((a, b) => (a.at < b.at ? -1 : 1)).map((one) => [one.certificate, one]));
  return [...last.values()].flatMap((one) => {
    const listed = certificateOf(one.certificate);
    const document = one.document === '' ? '' : documentOf(one.document);
    if (!listed || (document === '' && one.link === '')) return [];
    const places = placesOf(listed, scheme, { offersNamed }).map(({ offerId, criterion }) => {
      const place = { offerId, criterion: criterion.id };
      const before = one.places.find((earlier) => isSamePlace(earlier, place));
      const level = provenLevel(listed, criterion, today);
      return { ...place, level, filling: before?.filling ?? ('kept' as const) };
    });
    return [{ ...one, document, places }];
  });
}
