import type { PublishedScheme } from '../../../criteria/scheme.ts';
import { belongsTo } from '../../../policies/organisation.ts';
import { safeName } from '../../common/exportPart.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { schemeOf } from '../../common/schemeOf.ts';
import { traceOf } from '../../common/traceOf.ts';
import type { Application, Evidence } from '../../items/items.ts';
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
  requireVisible(belongsTo(asker, application.context.organisationId));
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

/** A document of the whole file, by the digest of its bytes. */
export interface FilePart {
  readonly name: string;
  readonly digest: string;
  readonly size: number;
}

/** The answers of an application and every document that was handed in for it. Noted in the journal before it is given. */
export async function exportFile(
  deps: Deps,
  asker: Asker,
  { applicationId }: { readonly applicationId: string },
): Promise<ExportedAnswers & { readonly documents: readonly FilePart[] }> {
  const answers = await exportAnswers(deps, asker, { applicationId });
  const { application } = answers;
  const evidence = await deps.store.evidenceOf(application.id);
  await deps.store.note({
    ...traceOf(deps, asker, application.context.organisationId),
    stream: `selfAssessments/${application.id}`,
    facts: ['selfAssessment.exported'],
    data: { documents: evidence.length },
  });
  return { ...answers, documents: documentsOf(evidence) };
}

/** Each revision under the name of its document; a name that is there already, in any case of letters, is numbered. */
function documentsOf(evidence: readonly Evidence[]): FilePart[] {
  const names = new Set<string>();
  return evidence.map(({ name, document, revision, digest, size }) => {
    const title = evidence.find(({ id }) => id === document)?.name ?? name;
    const [, ending = ''] = /(\.[^.]{1,10})$/.exec(safeName(name)) ?? [];
    const stem = `${safeName(title).replace(/\.[^.]{1,10}$/, '')} - ${revision}`;
    let free = `${stem}${ending}`;
    for (let n = 2; names.has(free.toLowerCase()); n += 1) free = `${stem} (${n})${ending}`;
    names.add(free.toLowerCase());
    return { name: `evidence/${free}`, digest, size };
  });
}
