import type { ExpiredProof } from '../../commands/file/documentsOf.ts';
import type { InformationRound } from '../../commands/items/items.ts';
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
      version: reading.scheme.version,
      place: place === null ? reading.words.t('information.wholeFile') : placeName(place, reading),
      question,
      answer,
    })),
  }));
}

type Place = NonNullable<InformationRound['items'][number]['place']>;

/** The name of a criterion, with its offer where it has one. */
export function placeName({ offerId, criterion }: Place, { offers, text, words }: Reading): string {
  const name = `${criterion} · ${text.criteria[criterion]?.title ?? ''}`;
  const offer = offers.find(({ id }) => id === offerId)?.name;
  return offer === undefined ? name : words.t('information.ofOffer', { offer, name });
}

export type ExpiredRow = ReturnType<typeof expiredRows>[number];

/** The criteria whose evidence has expired, with the documents. */
export function expiredRows(proofs: readonly ExpiredProof[], reading: Reading) {
  return proofs.map(({ offerId, criterion, documents }) => ({
    /** As the list of places in the form of questions writes it. */
    value: `${offerId}/${criterion}`,
    place: placeName({ offerId, criterion }, reading),
    version: reading.scheme.version,
    documents,
  }));
}
