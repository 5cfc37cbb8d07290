import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import type { EvidenceDocument } from '../../../commands/file/documentsOf.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { libraryView } from './evidence.view.ts';
import { placesOf, placeView } from './evidencePlaces.view.ts';

export type DocumentView = ReturnType<typeof documentView>;

/** One document with its revisions, its criteria, and what can be done with it. */
export function documentView(file: ApplicantFile, document: EvidenceDocument, words: Translator) {
  const { from, until } = document.latest;
  return {
    ...libraryView(file, words),
    document,
    places: placesOf(file, document.id).map((place) => placeView(file, place, words)),
    /** First content of the fields. */
    values: { from: from ?? '', until: until ?? '' },
  };
}
