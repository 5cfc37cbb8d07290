import type { SubmissionBlockers } from '../../../commands/application/selfAssessment/submissionBlockers.ts';
import { readinessOf } from '../../../commands/application/selfAssessment/submitGate.ts';
import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import type { Person } from '../../../commands/items/items.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { frameView } from '../../views/applicationFrame.view.ts';
import { placesOf } from '../evidence/evidencePlaces.view.ts';
import { exclusionFields, exclusionTexts } from './exclusions.form.ts';
import { aroundOf, missingOf } from './missing.view.ts';
import { scoreView } from './score.view.ts';

export type CheckView = ReturnType<typeof checkView>;

/** The last look before an application is sent: what would hold it back, one line each, and what is signed with it. */
export function checkView(
  file: ApplicantFile,
  around: SubmissionBlockers,
  signer: Pick<Person, 'id' | 'name'>,
  words: Translator,
) {
  const { published, assessment, role, application } = file;
  const { declared } = assessment;
  const own = declared?.by === signer.id ? declared : undefined;
  return {
    frame: frameView(file, words),
    score: scoreView(file, words),
    missing: [
      ...missingOf(file, readinessOf(published.whole, assessment, file.documents), words),
      ...aroundOf(file, around, words),
    ],
    /** Joined documents whose period ended long ago: pointed out, no reason to wait. */
    old: file.documents.filter(
      ({ id, old, withdrawn }) => old && !withdrawn && placesOf(file, id).length > 0,
    ),
    /** When it was sent; null for a draft, which has the button instead. */
    sentAt: application.state === 'draft' ? null : application.submittedAt,
    /** Only an owner can send. */
    mayCommit: role === 'owner',
    exclusions: exclusionTexts(published, words),
    version: application.criteriaVersion,
    values: {
      ...(declared && exclusionFields(declared.exclusions)),
      ...(own?.rulesAccepted && { rulesAccepted: 'yes' }),
      showScores: assessment.showScores ? 'yes' : '',
      name: own?.name || signer.name,
    },
  };
}
