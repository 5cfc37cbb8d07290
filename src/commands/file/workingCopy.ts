import { refuseFor } from '../../errors.ts';
import { mayEdit } from '../../policies/organisation.ts';
import { takesAnswers } from '../../policies/stages.ts';
import { requireVisible } from '../common/requireVisible.ts';
import { schemeOf } from '../common/schemeOf.ts';
import { traceOf } from '../common/traceOf.ts';
import type { AssessmentEdit } from '../items/assessmentEdit.ts';
import type { Asker, Deps } from '../ports/ports.ts';

/**
 * An application with its working copy, for whoever may write in it: an owner or editor of its organisation, as long as the
 * application is not over. `refused` afterwards.
 */
export async function workingCopy(deps: Deps, asker: Asker, applicationId: string) {
  const application = requireVisible(await deps.store.application(applicationId));
  const { organisationId, criteriaVersion } = application.context;
  const mayWrite = mayEdit(asker, organisationId);
  const assessment = requireVisible(mayWrite ? await deps.store.selfAssessment(applicationId) : null);
  refuseFor({ applicationOver: !takesAnswers(application) });
  // Writes one part of it, in the name of whoever opened it.
  const edit = (part: AssessmentEdit) =>
    deps.store.editSelfAssessment(applicationId, part, traceOf(deps, asker, organisationId));
  return { application, assessment, published: schemeOf(deps, criteriaVersion), edit };
}
