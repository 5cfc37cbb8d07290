import type { Assessment, Facts } from './assessment.ts';

/** The figures by which levels are computed at one place: an offer's stand beside the organisation's (`offerId` empty). */
export function factsAt({ facts, offers }: Pick<Assessment, 'facts' | 'offers'>, offerId: string): Facts {
  if (offerId === '') return facts;
  return { ...facts, ...offers.find((offer) => offer.offerId === offerId)?.facts };
}
