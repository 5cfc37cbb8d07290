import { offeredAmong } from '../../commands/evidence/documentsOf.ts';
import type { OwnFindings } from '../../commands/findings/ownFindings.ts';
import type { ApplicantFile } from '../../commands/selfAssessment/viewApplication.ts';
import type { Words } from '../../words/i18n.ts';
import { frameView } from './applicantFrame.ts';
import { findingCards } from './findingCards.ts';

/** What is to be corrected, as the applicant reads and answers it; `at` is the finding whose form was sent. */
export function applicantFindings(
  file: ApplicantFile,
  { lines, sends, unanswered }: OwnFindings,
  at: string,
  words: Words,
) {
  const { published, assessment, application, documents, role } = file;
  return {
    frame: frameView(file, words),
    cards: findingCards(lines, { published, offers: assessment.offersNamed }, words),
    at,
    revision: application.revision,
    state: application.state,
    writes: role !== 'reader',
    documents: offeredAmong(documents).map(({ id, latest }) => ({ id, name: latest.name })),
    send: sends ? { ready: unanswered === 0, text: sendText(unanswered, words) } : null,
  };
}

function sendText(unanswered: number, words: Words): string {
  return unanswered === 0
    ? words.t('findings.applicant.send.ready')
    : words.t('findings.applicant.send.notYet', { count: unanswered });
}

/** The same as one thing on the application's own page; null while there is nothing to correct. */
export function findingsTask({ lines }: OwnFindings, words: Words) {
  if (lines.length === 0) return null;
  const waiting = lines.filter(({ offered }) => offered.length > 0).length;
  return { waiting: waiting > 0, text: words.t('findings.applicant.task', { count: waiting }) };
}
