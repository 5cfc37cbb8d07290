import type { ApplicantFile } from '../../commands/application/views/viewApplication.ts';
import { offeredAmong } from '../../commands/file/documentsOf.ts';
import type { OwnFindings } from '../../commands/review/findings/findingLines.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { type FrameView, frameView } from './applicationFrame.view.ts';
import { type FindingCard, findingCards } from './findingCards.view.ts';

/** What is to be corrected, as the applicant reads and answers it. */
export interface OwnFindingsView {
  readonly frame: FrameView;
  readonly cards: readonly FindingCard[];
  /** The finding whose form was sent; empty where none was. */
  readonly at: string;
  readonly revision: number;
  readonly state: ApplicantFile['application']['state'];
  readonly writes: boolean;
  /** What can be offered as proof. */
  readonly documents: readonly { readonly id: string; readonly name: string }[];
  /** The sending of all of it; null where it is not the applicant's turn. */
  readonly send: { readonly ready: boolean; readonly text: string } | null;
}

/** The view of it. */
export function applicantFindings(
  file: ApplicantFile,
  { lines, sends, unanswered }: OwnFindings,
  at: string,
  words: Translator,
): OwnFindingsView {
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

function sendText(unanswered: number, words: Translator): string {
  return unanswered === 0
    ? words.t('findings.applicant.send.ready')
    : words.t('findings.applicant.send.notYet', { count: unanswered });
}

/** The same as one thing on the application's own page. */
export interface FindingsTask {
  readonly waiting: boolean;
  readonly text: string;
}

/** The view of that; null while there is nothing to correct. */
export function findingsTask({ lines }: OwnFindings, words: Translator): FindingsTask | null {
  if (lines.length === 0) return null;
  const waiting = lines.filter(({ offered }) => offered.length > 0).length;
  return { waiting: waiting > 0, text: words.t('findings.applicant.task', { count: waiting }) };
}
