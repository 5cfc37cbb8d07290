import type { ExpiredProof } from '../../commands/file/documentsOf.ts';
import type { InformationRound } from '../../commands/items/items.ts';
import { criteriaOf } from '../../criteria/criteriaOf.ts';
import type { Reading } from './reading.view.ts';

export type RoundView = ReturnType<typeof roundViews>[number];

/** The rounds of questions about a file with their answers, as staff and the applicant read them; the first one first. */
export function roundViews(rounds: readonly InformationRound[], reading: Reading) {
  return rounds.map(({ askedAt, answeredAt, items }) => ({
    askedAt,
    answeredAt,
    items: items.map(({ id, place, question, answer }, i) => ({
      id,
      n: i + 1,
      place: place === null ? reading.words.t('information.wholeFile') : placeName(place, reading),
      question,
      answer,
    })),
  }));
}

type Place = NonNullable<InformationRound['items'][number]['place']>;

/** A criterion as one reads it, with its offer where it has one. */
export function placeName({ offerId, criterion }: Place, { offers, text, words }: Reading): string {
  const name = `${criterion} · ${text.criteria[criterion]?.title ?? ''}`;
  const offer = offers.find(({ id }) => id === offerId)?.name;
  return offer === undefined ? name : words.t('information.ofOffer', { offer, name });
}

/** What a question can be about: the whole file, each criterion of the organisation, and each of every offer. */
export function placeChoices(reading: Reading) {
  const { scheme, offers } = reading;
  const choice = (offerId: string, criterion: string) => ({
    value: `${offerId}/${criterion}`,
    text: placeName({ offerId, criterion }, reading),
  });
  return [
    ...criteriaOf(scheme, 'organisation').map(({ id }) => choice('', id)),
    ...offers.flatMap((offer) => criteriaOf(scheme, 'offer').map(({ id }) => choice(offer.id, id))),
  ];
}

export type ExpiredRow = ReturnType<typeof expiredRows>[number];

/** The criteria whose evidence has expired, with the documents and the question that asks for newer ones. */
export function expiredRows(proofs: readonly ExpiredProof[], reading: Reading) {
  return proofs.map(({ offerId, criterion, documents }) => ({
    /** As the list of places in the form of questions writes it. */
    value: `${offerId}/${criterion}`,
    place: placeName({ offerId, criterion }, reading),
    files: documents,
    question: reading.words.t('evidence.expired.question', {
      names: documents.map(({ name }) => name).join(', '),
    }),
  }));
}
