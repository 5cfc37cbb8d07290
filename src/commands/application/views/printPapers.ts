import type { Language } from '../../../criteria/scheme.ts';
import { resultOf } from '../../../scoring/result.ts';
import { ownApplication, readableApplication } from '../../common/fileInput.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { cycleOfCopy, schemeOf } from '../../common/schemeOf.ts';
import { frozenContent } from '../../file/frozenContent.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/**
 * The whole file of an application as one PDF, for the people of its organisation: the working copy as it is now (`n` null),
 * or its nth snapshot. In the asker's language when none is named.
 */
export async function printFile(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string; readonly n: number | null; readonly language?: Language },
): Promise<Buffer> {
  const { id, context } = await ownApplication(deps, asker, input.applicationId);
  const published = schemeOf(deps, context.criteriaVersion);
  const language = input.language ?? asker.language;
  if (input.n !== null) {
    const { at, n, digest, content } = requireVisible(await deps.store.snapshot(id, input.n));
    const result = resultOf(published.scheme, cycleOfCopy(content), content.assessment);
    const frozen = { n, digest };
    return deps.papers.file({ language, applicationId: id, at, frozen, content, published, result });
  }
  const assessment = requireVisible(await deps.store.selfAssessment(id));
  const organisation = requireVisible(await deps.store.organisation(context.organisationId));
  return deps.papers.file({
    language,
    applicationId: id,
    at: deps.clock.now().toISOString(),
    frozen: null,
    content: await frozenContent(deps, organisation, assessment, published, undefined),
    published,
    result: resultOf(published.scheme, cycleOfCopy(assessment), assessment),
  });
}

/** The proof that the nth submission of an application arrived, for the people of its organisation and for whoever has the file. */
export async function printProof(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string; readonly n: number; readonly language: Language },
): Promise<Buffer> {
  const { id } = await readableApplication(deps, asker, input.applicationId);
  const snapshot = requireVisible(await deps.store.snapshot(id, input.n));
  const published = schemeOf(deps, snapshot.criteriaVersion);
  const result = resultOf(published.scheme, cycleOfCopy(snapshot.content), snapshot.content.assessment);
  return deps.papers.proof({ language: input.language, snapshot, published, result });
}
