import type { ExpiredProof } from '../../commands/file/documentsOf.ts';
import type { Offer } from '../../criteria/offer.ts';
import type { PublishedScheme } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { type EvidenceRow, evidenceRows } from './evidenceRows.view.ts';
import { placeName } from './information.view.ts';

/** A criterion that only old documents prove, for those who prepare or take the decision. */
export interface ExpiredRow {
  /** As the list of places in the form of questions writes it. */
  readonly value: string;
  readonly place: string;
  readonly files: readonly EvidenceRow[];
  /** What the organisation can be asked for. */
  readonly question: string;
}

/** The criteria whose evidence has expired, with the documents and the question that asks for newer ones. */
export function expiredRows(
  proofs: readonly ExpiredProof[],
  offers: readonly Offer[],
  published: PublishedScheme,
  words: Translator,
): ExpiredRow[] {
  return proofs.map(({ offerId, criterion, documents }) => ({
    value: `${offerId}/${criterion}`,
    place: placeName({ offerId, criterion }, offers, published, words),
    files: evidenceRows(documents, words),
    question: words.t('evidence.expired.question', {
      names: documents.map(({ name }) => name).join(', '),
    }),
  }));
}
