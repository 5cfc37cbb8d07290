import { mayReadFile } from '../../../policies/file.ts';
import { belongsTo } from '../../../policies/organisation.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** The signed agreement of an application as it was kept, for the people of its organisation and for whoever has the file. */
export async function readAgreement(
  deps: Pick<Deps, 'store' | 'files'>,
  asker: Asker,
  input: { readonly applicationId: string },
): Promise<Buffer> {
  const application = requireVisible(await deps.store.application(input.applicationId));
  const own = belongsTo(asker, application.context.organisationId);
  const file = { application, reviews: own ? [] : await deps.store.reviewsOf(application.id) };
  requireVisible(own || mayReadFile(asker, file));
  const { paper } = requireVisible(application.agreement);
  return requireVisible(await deps.files.read(paper)).bytes;
}
