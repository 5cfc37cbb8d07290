import type { PublishedScheme } from '../../../criteria/scheme.ts';
import { belongsTo } from '../../../policies/organisation.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { schemeOf } from '../../common/schemeOf.ts';
import type { Application } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type AnswersFile, answersFileOf } from '../transfer/answersFile.ts';

/** Answers to write out, and the rules that they are answers to. */
export interface ExportedAnswers {
  readonly application: Application;
  readonly file: AnswersFile;
  readonly published: PublishedScheme;
}

/** The answers of the working copy, or as they were frozen the nth time, for the people of the organisation. */
export async function exportAnswers(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string; readonly snapshot?: number | undefined },
): Promise<ExportedAnswers> {
  const application = requireVisible(await deps.store.application(input.applicationId));
  requireVisible(belongsTo(asker, application.context.organisationId) || null);
  if (input.snapshot === undefined) {
    const copy = requireVisible(await deps.store.selfAssessment(application.id));
    const { criteriaVersion } = application.context;
    const file = answersFileOf(copy, copy.offersNamed, criteriaVersion);
    return { application, file, published: schemeOf(deps, criteriaVersion) };
  }
  const { criteriaVersion, content } = requireVisible(
    await deps.store.snapshot(application.id, input.snapshot),
  );
  const file = answersFileOf(content.assessment, content.offers, criteriaVersion);
  return { application, file, published: schemeOf(deps, criteriaVersion) };
}
