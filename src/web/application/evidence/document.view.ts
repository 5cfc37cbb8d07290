import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import type { EvidenceDocument } from '../../../commands/file/documentsOf.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { type FrameView, frameView } from '../../views/applicationFrame.view.ts';
import { type EvidenceRow, evidenceRows } from '../../views/evidenceRows.view.ts';
import { periodText } from '../../views/fileWords.view.ts';
import { type DocumentRow, documentRow } from './documentRows.view.ts';
import { hintOf, taking } from './evidence.view.ts';
import { type PlaceView, placesOf, placeView } from './evidencePlaces.view.ts';

/** One document with its revisions, its criteria, and what can be done with it. */
export interface DocumentView {
  readonly frame: FrameView;
  readonly document: DocumentRow;
  readonly withdrawn: boolean;
  readonly takes: boolean;
  readonly closed: string;
  readonly hint: string;
  readonly places: readonly PlaceView[];
  /** The newest one first. */
  readonly revisions: readonly (EvidenceRow & { readonly title: string; readonly covers: string })[];
  /** The revision that the page shows, carried along by the form that replaces it. */
  readonly seen: number;
  /** First content of the fields. */
  readonly values: Readonly<Record<string, string>>;
}

/** The view of a document of the library. */
export function documentView(
  file: ApplicantFile,
  document: EvidenceDocument,
  words: Translator,
): DocumentView {
  const { latest, earlier, withdrawn } = document;
  const { takes, closed } = taking(file, words);
  const files = [latest, ...earlier];
  return {
    frame: frameView(file, words),
    document: documentRow(document, words),
    withdrawn,
    takes,
    closed,
    hint: hintOf(words),
    places: placesOf(file, document.id).map((place) => placeView(file, place, words)),
    revisions: evidenceRows(files, words).map((row, i) => ({
      ...row,
      title: words.t(i === 0 ? 'evidence.revisionNow' : 'evidence.revision', { n: row.revision }),
      covers: periodText(files[i] ?? latest, words),
    })),
    seen: latest.revision,
    values: { from: latest.from ?? '', until: latest.until ?? '' },
  };
}
