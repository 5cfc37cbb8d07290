import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import type { EvidenceDocument } from '../../../commands/file/documentsOf.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { frameView } from '../../views/applicationFrame.view.ts';
import { evidenceRows, periodText } from '../../views/evidenceRows.view.ts';
import { documentRow } from './documentRows.view.ts';
import { hintOf, taking } from './evidence.view.ts';
import { placesOf, placeView } from './evidencePlaces.view.ts';

export type DocumentView = ReturnType<typeof documentView>;

/** One document with its revisions, its criteria, and what can be done with it. */
export function documentView(file: ApplicantFile, document: EvidenceDocument, words: Translator) {
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
    /** The newest one first. */
    revisions: evidenceRows(files, words).map((row, i) => ({
      ...row,
      title: words.t(i === 0 ? 'evidence.revisionNow' : 'evidence.revision', { n: row.revision }),
      covers: periodText(files[i] ?? latest, words),
    })),
    /** The revision that the page shows, carried along by the form that replaces it. */
    seen: latest.revision,
    /** First content of the fields. */
    values: { from: latest.from ?? '', until: latest.until ?? '' },
  };
}
