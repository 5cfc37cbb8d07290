import { takesEvidence } from '../../commands/evidence/openForEvidence.ts';
import { mostBytes } from '../../commands/intake.ts';
import type { Evidence } from '../../commands/items.ts';
import type { ApplicantFile } from '../../commands/selfAssessment/viewApplication.ts';
import type { Words } from '../../words/i18n.ts';
import { type FrameView, frameView } from './applicantFrame.ts';
import { type EvidenceRow, evidenceRows } from './evidenceRows.ts';

/** The files that an organisation handed in for an application, and the form for one more. */
export interface EvidencesView {
  readonly frame: FrameView;
  readonly files: readonly EvidenceRow[];
  readonly count: string;
  /** Some file was not scanned: what to be careful of. */
  readonly notScanned: boolean;
  readonly takes: boolean;
  /** Said where no file can be added, otherwise empty. */
  readonly closed: string;
  readonly hint: string;
}

const megabyte = 1024 ** 2;

/** The view of the evidence of an application. */
export function evidencesView(
  file: ApplicantFile,
  evidence: readonly Evidence[],
  words: Words,
): EvidencesView {
  const reads = file.role === 'reader';
  const takes = takesEvidence(file.application) && !reads;
  return {
    frame: frameView(file, words),
    files: evidenceRows(evidence, words),
    count: words.t('evidence.count', { count: evidence.length }),
    notScanned: evidence.some(({ scan }) => scan === 'notScanned'),
    takes,
    closed: takes ? '' : words.t(reads ? 'applicant.closed.reader' : 'evidence.closed'),
    hint: words.t('evidence.hint', { max: mostBytes / megabyte }),
  };
}
