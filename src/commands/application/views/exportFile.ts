import type { Assessment } from '../../../criteria/assessment.ts';
import type { Offer } from '../../../criteria/offer.ts';
import { safeName } from '../../common/exportPart.ts';
import { ownApplication } from '../../common/fileInput.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { schemeOf } from '../../common/schemeOf.ts';
import { traceOf } from '../../common/traceOf.ts';
import type { Evidence } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { answersFileOf } from '../transfer/answersFile.ts';

/** Answers to write out, and the rules that they are answers to. */
export type ExportedAnswers = Awaited<ReturnType<typeof exportAnswers>>;

/** The answers of the working copy, or as they were frozen the nth time, for the people of the organisation. */
export async function exportAnswers(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string; readonly snapshot?: number | undefined },
) {
  const application = await ownApplication(deps, asker, input.applicationId);
  if (input.snapshot === undefined) {
    const copy = requireVisible(await deps.store.selfAssessment(application.id));
    return exported(copy, copy.offersNamed, application.context.criteriaVersion);
  }
  const { criteriaVersion, content } = requireVisible(
    await deps.store.snapshot(application.id, input.snapshot),
  );
  return exported(content.assessment, content.offers, criteriaVersion);

  function exported(assessment: Assessment, offers: readonly Offer[], version: string) {
    const file = answersFileOf(assessment, offers, version);
    return { application, file, published: schemeOf(deps, version) };
  }
}

/** The answers of an application and every document that was handed in for it. Noted in the journal before it is given. */
export async function exportFile(deps: Deps, asker: Asker, { applicationId }: { applicationId: string }) {
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
function documentsOf(evidence: readonly Evidence[]) {
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
