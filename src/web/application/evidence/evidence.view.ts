import { answerIn } from '../../../commands/application/selfAssessment/answerIn.ts';
import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import { type EvidenceDocument, offeredAmong } from '../../../commands/file/documentsOf.ts';
import type { CriterionPlace } from '../../../commands/items/assessmentItems.ts';
import { maxBytes } from '../../../commands/items/intake.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { frameView } from '../../views/applicationFrame.view.ts';
import { placesOf, placeView } from './evidencePlaces.view.ts';

export type EvidencesView = ReturnType<typeof evidencesView>;
export type DocumentView = ReturnType<typeof documentView>;
export type LibraryView = ReturnType<typeof libraryView>;

/** The evidence library of an application, opened for one criterion or as a whole. */
export function evidencesView(file: ApplicantFile, place: CriterionPlace | null, words: Translator) {
  const { documents, assessment } = file;
  const joined = (place && answerIn(assessment, place)?.files) ?? [];
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

/** One document with its revisions and the criteria that it is joined to. */
export function documentView(file: ApplicantFile, document: EvidenceDocument, words: Translator) {
  const { from, until } = document.latest;
  const places = placesOf(file, document.id).map((place) => placeView(file, place, words));
  return { ...libraryView(file, words), document, places, values: { from: from ?? '', until: until ?? '' } };
}

/** What every page of the library shows: whose it is, who only reads it, and how large (MB) a file may be. */
export function libraryView(file: ApplicantFile, words: Translator) {
  return { frame: frameView(file, words), reads: file.role === 'reader', maxSize: maxBytes / 1024 ** 2 };
}
