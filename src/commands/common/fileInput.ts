import { mayReadFile } from '../../policies/file.ts';
import { belongsTo } from '../../policies/organisation.ts';
import type { Asker, Deps } from '../ports/ports.ts';
import { type ItemInput, requireRevision, requireVisible } from './requireVisible.ts';

/** Which file a command is about. */
export interface FileRef {
  readonly applicationId: string;
}

export type FileInput = ItemInput<'applicationId'>;

/** That file, unless it changed since; the machine checks who may do what with it. */
export async function applicationOf({ store }: Pick<Deps, 'store'>, { applicationId, revision }: FileInput) {
  return requireRevision(requireVisible(await store.application(applicationId)), revision);
}

/** An application for the people of its organisation, or for those of them who `may`; to anyone else there is none. */
export async function ownApplication(
  { store }: Pick<Deps, 'store'>,
  asker: Asker,
  applicationId: string,
  may = belongsTo,
) {
  const application = requireVisible(await store.application(applicationId));
  requireVisible(may(asker, application.context.organisationId));
  return application;
}

/** An application with its reviews; the caller checks who may see it. */
export async function reviewedFile({ store }: Pick<Deps, 'store'>, applicationId: string) {
  const application = requireVisible(await store.application(applicationId));
  return { application, reviews: await store.reviewsOf(applicationId) };
}

/** An application for the people of its organisation and for whoever has the file; to anyone else there is none. */
export async function readableApplication(deps: Pick<Deps, 'store'>, asker: Asker, applicationId: string) {
  const file = await reviewedFile(deps, applicationId);
  const own = belongsTo(asker, file.application.context.organisationId);
  requireVisible(own || mayReadFile(asker, file));
  return file.application;
}
