import type { ExpiredProof } from '../../commands/file/documentsOf.ts';
import type { Offer } from '../../criteria/offer.ts';
import type { PublishedScheme } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { evidenceRows } from './evidenceRows.view.ts';
import { placeName } from './information.view.ts';

export type ExpiredRow = ReturnType<typeof expiredRows>[number];

/** The criteria whose evidence has expired, with the documents and the question that asks for newer ones. */
export function expiredRows(
  proofs: readonly ExpiredProof[],
  offers: readonly Offer[],
  published: PublishedScheme,
  words: Translator,
) {
  return proofs.map(({ offerId, criterion, documents }) => ({
    /** As the list of places in the form of questions writes it. */
    value: `${offerId}/${criterion}`,
    place: placeName({ offerId, criterion }, offers, published, words),
    files: evidenceRows(documents, words),
    question: words.t('evidence.expired.question', {
      names: documents.map(({ name }) => name).join(', '),
    }),
  }));
}
