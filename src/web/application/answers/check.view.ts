import type { SubmissionBlockers } from '../../../commands/application/selfAssessment/submissionBlockers.ts';
import { readinessOf } from '../../../commands/application/selfAssessment/submitGate.ts';
import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { type FrameView, frameView } from '../../views/applicationFrame.view.ts';
import { type DocumentRow, documentRow } from '../evidence/documentRows.view.ts';
import { placesOf } from '../evidence/evidencePlaces.view.ts';
import { aroundOf, type MissingView, missingOf } from './missing.view.ts';
import { type ScoreView, scoreView } from './score.view.ts';

/** The last look before an application is sent, and what is signed with it. */
export interface CheckView {
  readonly frame: FrameView;
  readonly score: ScoreView;
  readonly missing: readonly MissingView[];
  /** Joined documents whose period ended long ago: pointed out, no reason to wait. */
  readonly old: readonly DocumentRow[];
  /** Said instead of the button where it was sent already, otherwise empty. */
  readonly sent: string;
  /** Only an owner can send. */
  readonly mayCommit: boolean;
  readonly exclusions: readonly {
    readonly name: string;
    readonly question: string;
    readonly effect: string;
  }[];
  readonly rules: string;
  readonly values: Readonly<Record<string, string>>;
}

/** The view of the gate: every reason that would hold the application back, one line each. */
export function checkView(
  file: ApplicantFile,
  around: SubmissionBlockers,
  signer: string,
  words: Translator,
): CheckView {
  const { published, assessment, role, application } = file;
  const text = published.texts[words.language];
  return {
    frame: frameView(file, words),
    score: scoreView(file, words),
    missing: [
      ...missingOf(file, readinessOf(published.scheme, assessment, file.documents), words),
      ...aroundOf(file, around, words),
    ].filter(({ items }) => items.length > 0),
    old: file.documents
      .filter((document) => document.old && !document.withdrawn && placesOf(file, document.id).length > 0)
      .map((document) => documentRow(document, words)),
    sent:
      application.state !== 'draft' && application.submittedAt !== null
        ? words.t('deposit.alreadySent', { date: words.date(application.submittedAt) })
        : '',
    mayCommit: role === 'owner',
    exclusions: published.scheme.exclusions.map(({ id }) => ({
      name: `exclusion.${id}`,
      question: text.exclusions[id]?.question ?? id,
      effect: text.exclusions[id]?.effect ?? '',
    })),
    rules: `/${words.language}/criteria/${application.criteriaVersion}`,
    values: { showScores: assessment.showScores ? 'yes' : '', name: signer },
  };
}
