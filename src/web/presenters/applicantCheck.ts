import { readinessOf } from '../../commands/selfAssessment/submitGate.ts';
import type { ApplicantFile } from '../../commands/selfAssessment/viewApplication.ts';
import type { Words } from '../../words/i18n.ts';
import { type FrameView, frameView } from './applicantFrame.ts';
import { type MissingView, missingOf } from './applicantMissing.ts';
import { type ScoreView, scoreView } from './applicantScore.ts';

/** The last look before an application is sent, and what is signed with it. */
export interface CheckView {
  readonly frame: FrameView;
  readonly score: ScoreView;
  readonly missing: readonly MissingView[];
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
export function checkView(file: ApplicantFile, words: Words): CheckView {
  const { published, assessment, role, application } = file;
  const text = published.texts[words.language];
  return {
    frame: frameView(file, words),
    score: scoreView(file, words),
    missing: missingOf(file, readinessOf(published.scheme, assessment), words).filter(
      ({ items }) => items.length > 0,
    ),
    mayCommit: role === 'owner',
    exclusions: published.scheme.exclusions.map(({ id }) => ({
      name: `exclusion.${id}`,
      question: text.exclusions[id]?.question ?? id,
      effect: text.exclusions[id]?.effect ?? '',
    })),
    rules: `/${words.language}/criteria/${application.criteriaVersion}`,
    values: { showScores: assessment.showScores ? 'yes' : '' },
  };
}
