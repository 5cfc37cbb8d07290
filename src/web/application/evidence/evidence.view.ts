import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import { offeredAmong } from '../../../commands/file/documentsOf.ts';
import type { CriterionPlace } from '../../../commands/items/assessmentItems.ts';
import { maxBytes } from '../../../commands/items/intake.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { frameView } from '../../views/applicationFrame.view.ts';
import { answerIn, scopePart } from '../answers/scope.view.ts';
import { placesOf, placeView } from './evidencePlaces.view.ts';

export type EvidencesView = ReturnType<typeof evidencesView>;
export type LibraryView = ReturnType<typeof libraryView>;

/** The view of the evidence library of an application, opened for one criterion or as a whole. */
export function evidencesView(file: ApplicantFile, place: CriterionPlace | null, words: Translator) {
  const { documents, assessment } = file;
  const answers = place ? scopePart(assessment, place.offerId).answers : [];
  const joined = (place && answerIn(place.criterion, answers)?.files) ?? [];
  return {
    ...libraryView(file, words),
    documents: documents.map((document) => ({
      document,
      places: placesOf(file, document.id).map((one) => placeView(file, one, words)),
    })),
    /** The criterion that the page was opened for, and what can be joined to it; null for the library as a whole. */
    place: place && placeView(file, place, words),
    offered: place ? offeredAmong(documents).filter(({ id }) => !joined.includes(id)) : [],
  };
}

/** What every page of the library shows: whose it is, who only reads it, and how large (MB) a file may be. */
export function libraryView(file: ApplicantFile, words: Translator) {
  return { frame: frameView(file, words), reads: file.role === 'reader', maxSize: maxBytes / 1024 ** 2 };
}
