import { refuseFor } from '../../errors.ts';
import { mayPrepare } from '../../policies/organisation.ts';
import { hasEnded, isOver } from '../../policies/stages.ts';
import { ownApplication } from '../common/fileInput.ts';
import { requireVisible } from '../common/requireVisible.ts';
import { rulesOf } from '../common/schemeOf.ts';
import { traceOf } from '../common/traceOf.ts';
import type { AssessmentEdit } from '../items/assessmentEdit.ts';
import type { Label } from '../items/items.ts';
import type { Asker, Deps } from '../ports/ports.ts';

/**
 * An application for whoever may write in it: an owner or editor of its organisation, or an adviser; `refused` when it is over. What was sent is
 * frozen beside it, and it does not reveal the progress of a decision.
 */
export async function openApplication(deps: Pick<Deps, 'store'>, asker: Asker, applicationId: string) {
  const application = await ownApplication(deps, asker, applicationId, mayPrepare);
  refuseFor({ applicationOver: isOver(application) });
  return application;
}

/** The same where a document is added alone: also once it is granted, as long as its label goes on, or its end can be contested. */
export async function openLibrary(deps: Pick<Deps, 'store' | 'clock'>, asker: Asker, applicationId: string) {
  const application = await ownApplication(deps, asker, applicationId, mayPrepare);
  const { labelNumber } = application.context;
  const label = isOver(application) && labelNumber !== null ? await deps.store.label(labelNumber) : null;
  refuseFor({ applicationOver: isOver(application) && !(label && takesProof(label, deps)) });
  return application;
}

function takesProof(label: Label, { clock }: Pick<Deps, 'clock'>): boolean {
  const now = clock.now().toISOString();
  return !hasEnded(label) || label.context.appealable.some(({ until }) => now < until);
}

/** The same with its working copy. */
export async function workingCopy(deps: Deps, asker: Asker, applicationId: string) {
  const application = await openApplication(deps, asker, applicationId);
  const { organisationId } = application.context;
  const assessment = requireVisible(await deps.store.selfAssessment(applicationId));
  // Saves one part of it as the asker.
  const edit = (part: AssessmentEdit) =>
    deps.store.editSelfAssessment(applicationId, part, traceOf(deps, asker, organisationId));
  return { application, assessment, published: rulesOf(deps, application.context), edit };
}
