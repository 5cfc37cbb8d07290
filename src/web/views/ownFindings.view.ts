import type { ApplicantFile } from '../../commands/application/views/viewApplication.ts';
import { offeredAmong } from '../../commands/file/documentsOf.ts';
import type { OwnFindings } from '../../commands/review/findings/findingLines.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { frameView } from './applicationFrame.view.ts';
import { findingCards } from './findingCards.view.ts';
import { readingOf } from './reading.view.ts';

export type OwnFindingsView = ReturnType<typeof applicantFindings>;

/** What is to be corrected, as the applicant reads and answers it; `at` is the finding whose form was sent, empty where none was. */
export function applicantFindings(
  file: ApplicantFile,
  { lines, sends, unanswered }: OwnFindings,
  at: string,
  words: Translator,
) {
  const { published, assessment, application, documents, acts } = file;
  return {
    frame: frameView(file, words),
    cards: findingCards(lines, readingOf(published, assessment.offersNamed, words)),
    at,
    application,
    writes: acts,
    /** What can be offered as proof. */
    documents: offeredAmong(documents),
    /** How many are unanswered before all of it can be sent; null where it is not the applicant's turn. */
    unanswered: sends ? unanswered : null,
  };
}

export type FindingsTask = NonNullable<ReturnType<typeof findingsTask>>;

/** The same as one thing on the application's own page; null while there is nothing to correct. */
export function findingsTask({ lines }: OwnFindings, words: Translator) {
  if (lines.length === 0) return null;
  const waiting = lines.filter(({ offered }) => offered.length > 0);
  const [first = ''] = waiting.map(({ dueAt }) => dueAt).sort();
  const text = words.t('findings.applicant.task', { count: waiting.length, due: first && words.date(first) });
  return { waiting: waiting.length > 0, text };
}
