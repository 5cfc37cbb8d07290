import { LabelError } from '../../../errors.ts';
import { mayEdit } from '../../../policies/organisation.ts';
import { takesAnswers } from '../../../policies/stages.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Application } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/**
 * The application, for whoever may change its files now; `refused` when it is over. They change as long as its answers do:
 * what was sent is frozen beside them, and nothing shows by it how far a decision is.
 */
export async function openForEvidence(
  deps: Pick<Deps, 'store'>,
  asker: Asker,
  applicationId: string,
): Promise<Application> {
  const application = requireVisible(await deps.store.application(applicationId));
  requireVisible(mayEdit(asker, application.context.organisationId) || null);
  if (!takesAnswers(application)) throw new LabelError('refused', { reasons: ['applicationOver'] });
  return application;
}
