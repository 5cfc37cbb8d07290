import type { Language } from '../../../criteria/scheme.ts';
import { mayReadFile } from '../../../policies/file.ts';
import { belongsTo } from '../../../policies/organisation.ts';
import { resultOf } from '../../../scoring/result.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { cycleOfCopy, schemeOf } from '../../common/schemeOf.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** The proof that the nth submission of an application arrived, for the people of its organisation and for whoever has the file. */
export async function printProof(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string; readonly n: number; readonly language: Language },
): Promise<Buffer> {
  const application = requireVisible(await deps.store.application(input.applicationId));
  const own = belongsTo(asker, application.context.organisationId);
  const file = { application, reviews: own ? [] : await deps.store.reviewsOf(application.id) };
  requireVisible(own || mayReadFile(asker, file) || null);
  const snapshot = requireVisible(await deps.store.snapshot(application.id, input.n));
  const published = schemeOf(deps, snapshot.criteriaVersion);
  const result = resultOf(published.scheme, cycleOfCopy(snapshot.content), snapshot.content.assessment);
  return deps.papers.proof({ language: input.language, snapshot, published, result });
}
