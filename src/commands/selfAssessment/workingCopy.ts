import type { PublishedScheme } from '../../criteria/scheme.ts';
import { mayEdit } from '../../policies/organisation.ts';
import { found } from '../found.ts';
import type { Application, SelfAssessment } from '../items.ts';
import type { Asker, Deps } from '../ports.ts';
import { schemeOf } from '../schemeOf.ts';

/** An application with its working copy, for whoever may write in it: an owner or editor of its organisation. */
export async function workingCopy(
  deps: Deps,
  asker: Asker,
  applicationId: string,
): Promise<{ application: Application; assessment: SelfAssessment; published: PublishedScheme }> {
  const application = found(await deps.store.application(applicationId));
  const mayWrite = mayEdit(asker, application.context.organisationId);
  const assessment = found(mayWrite ? await deps.store.selfAssessment(applicationId) : null);
  return { application, assessment, published: schemeOf(deps, application.context.criteriaVersion) };
}
