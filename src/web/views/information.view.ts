import type { InformationRound } from '../../commands/items/items.ts';
import { criteriaOf } from '../../criteria/criteriaOf.ts';
import type { Offer } from '../../criteria/offer.ts';
import type { PublishedScheme } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';

export type RoundView = ReturnType<typeof roundViews>[number];

type Criteria = Pick<PublishedScheme, 'scheme' | 'texts'>;

/** The rounds of questions about a file with their answers, as staff and the applicant read them; the first one first. */
export function roundViews(
  rounds: readonly InformationRound[],
  offers: readonly Offer[],
  published: Criteria,
  words: Translator,
) {
  return rounds.map(({ askedAt, answeredAt, items }, i) => ({
    n: i + 1,
    title: words.t('information.round.title', { n: i + 1, on: words.date(askedAt) }),
    answered:
      answeredAt === null ? '' : words.t('information.round.answered', { on: words.date(answeredAt) }),
    items: items.map(({ id, place, question, answer }, k) => ({
      id,
      n: k + 1,
      place: place === null ? words.t('information.wholeFile') : placeName(place, offers, published, words),
      question,
      answer,
    })),
  }));
}

/** A criterion as one reads it, with its offer where it has one. */
export function placeName(
  { offerId, criterion }: NonNullable<InformationRound['items'][number]['place']>,
  offers: readonly Offer[],
  { texts }: Criteria,
  words: Translator,
): string {
  const title = texts[words.language].criteria[criterion]?.title ?? '';
  const name = `${criterion} · ${title}`;
  const offer = offers.find(({ id }) => id === offerId)?.name;
  return offer === undefined ? name : words.t('information.ofOffer', { offer, name });
}

/** What a question can be about: the whole file, each criterion of the organisation, and each of every offer. */
export function placeChoices(offers: readonly Offer[], published: Criteria, words: Translator) {
  const { scheme } = published;
  const choice = (offerId: string, criterion: string) => ({
    value: `${offerId}/${criterion}`,
    text: placeName({ offerId, criterion }, offers, published, words),
  });
  return [
    ...criteriaOf(scheme, 'organisation').map(({ id }) => choice('', id)),
    ...offers.flatMap((offer) => criteriaOf(scheme, 'offer').map(({ id }) => choice(offer.id, id))),
  ];
}
