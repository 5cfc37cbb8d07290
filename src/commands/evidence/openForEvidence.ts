import { LabelError } from '../../errors.ts';
import { mayEdit } from '../../policies/organisation.ts';
import type { ApplicationState } from '../../workflow/stored.ts';
import { found } from '../found.ts';
import type { Application } from '../items.ts';
import type { Asker, Deps } from '../ports.ts';

/**
 * States in which files are added: until the committee has the file. It deliberates on what it has read, and an applicant
 * could otherwise tell a sealed decision from a deliberation that goes on.
 */
const open: readonly ApplicationState[] = [
  'draft',
  'screening',
  'informationRequested',
  'assignment',
  'evaluation',
  'moderation',
  'correction',
  'verification',
  'recommendation',
];

/** Whether an application takes files. */
export function takesEvidence({ state }: { readonly state: ApplicationState }): boolean {
  return open.includes(state);
}

/** The application, for whoever may add a file to it now; `refused` when it takes none any more. */
export async function openForEvidence(deps: Deps, asker: Asker, applicationId: string): Promise<Application> {
  const application = found(await deps.store.application(applicationId));
  found(mayEdit(asker, application.context.organisationId) || null);
  if (!takesEvidence(application)) throw new LabelError('refused', { reasons: ['wrongState'] });
  return application;
}
