import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import { offeredAmong } from '../../../commands/file/documentsOf.ts';
import type { CriterionPlace } from '../../../commands/items/assessmentItems.ts';
import { maxBytes } from '../../../commands/items/intake.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { takesAnswers } from '../../../policies/stages.ts';
import { applicationHref, frameView } from '../../views/applicationFrame.view.ts';
import { documentRow } from './documentRows.view.ts';
import { placesOf, placeView } from './evidencePlaces.view.ts';

export type EvidencesView = ReturnType<typeof evidencesView>;

const megabyte = 1024 ** 2;

/** The view of the evidence library of an application, opened for one criterion or as a whole. */
export function evidencesView(file: ApplicantFile, place: CriterionPlace | null, words: Translator) {
  const { documents, application, assessment } = file;
  const { takes, closed } = taking(file, words);
  const answers = place?.offerId
    ? (assessment.offers.find(({ offerId }) => offerId === place.offerId)?.answers ?? [])
    : assessment.answers;
  const joined = answers.find(({ criterion }) => criterion === place?.criterion)?.files ?? [];
  const others = place ? offeredAmong(documents).filter(({ id }) => !joined.includes(id)) : [];
  return {
    frame: frameView(file, words),
    documents: documents.map((document) => ({
      ...documentRow(document, words),
      places: placesOf(file, document.id).map((one) => placeView(file, one, words)),
    })),
    count: words.t('evidence.count', { count: documents.length }),
    /** Some file was not scanned: what to be careful of. */
    notScanned: documents.some(({ latest }) => latest.scan === 'notScanned'),
    takes,
    /** Said where no file can be added, otherwise empty. */
    closed,
    hint: hintOf(words),
    /** The criterion that the page was opened for, and what can be joined to it; null for the library as a whole. */
    place: place && placeView(file, place, words),
    joinHref: applicationHref(words, application.id, 'joins'),
    offered: others.map((document) => documentRow(document, words)),
  };
}

/** Whether a person can change the files of an application, and what is said where not. */
export function taking(
  { application, role }: Pick<ApplicantFile, 'application' | 'role'>,
  words: Translator,
): { readonly takes: boolean; readonly closed: string } {
  const reads = role === 'reader';
  const takes = !reads && takesAnswers(application);
  return {
    takes,
    closed: takes ? '' : words.t(reads ? 'applicant.closed.reader' : 'evidence.closed'),
  };
}

/** What can be chosen in the field of a file. */
export function hintOf(words: Translator): string {
  return words.t('evidence.hint', { max: maxBytes / megabyte });
}
