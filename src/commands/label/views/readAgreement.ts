import { mayReadFile } from '../../../policies/file.ts';
import { belongsTo } from '../../../policies/organisation.ts';
import { found } from '../../common/found.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** The signed agreement of an application as it was kept, for the people of its organisation and for whoever has the file. */
export async function readAgreement(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string },
): Promise<Buffer> {
  const application = found(await deps.store.application(input.applicationId));
  const own = belongsTo(asker, application.context.organisationId);
  const file = { application, reviews: own ? [] : await deps.store.reviewsOf(application.id) };
  found(own || mayReadFile(asker, file) || null);
  const { paper } = found(application.agreement);
  return found(await deps.files.read(paper)).bytes;
}
