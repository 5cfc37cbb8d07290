import type { Application } from '../items/items.ts';
import type { Deps } from '../ports/ports.ts';
import { requireRevision, requireVisible } from './requireVisible.ts';

/** Which file a form is about, as it was read. */
export interface FileInput {
  readonly applicationId: string;
  readonly revision: number;
}

/** That file, unless it changed since; who may do what with it is for the machine to say. */
export async function applicationOf(
  { store }: Pick<Deps, 'store'>,
  { applicationId, revision }: FileInput,
): Promise<Application> {
  const application = requireVisible(await store.application(applicationId));
  requireRevision(application, revision);
  return application;
}
