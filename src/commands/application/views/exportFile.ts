import { safeName } from '../../common/exportPart.ts';
import { type FileRef, ownApplication } from '../../common/fileInput.ts';
import { rulesOf } from '../../common/schemeOf.ts';
import { traceOf } from '../../common/traceOf.ts';
import { toldCertificate } from '../../items/heldCertificate.ts';
import type { Evidence } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { claimsIn, type Submission } from '../selfAssessment/compareFile.ts';
import { answersFileOf } from '../transfer/answersFile.ts';

/** Answers to write out, and the rules that they are answers to. */
export type ExportedAnswers = Awaited<ReturnType<typeof exportAnswers>>;

/** The answers of the working copy or of a submission, for the people of the organisation. */
export async function exportAnswers(deps: Deps, asker: Asker, { applicationId, n }: Submission) {
  const application = await ownApplication(deps, asker, applicationId);
  const { criteriaVersion } = application.context;
  const { assessment, offers } = await claimsIn(deps, { applicationId, n });
  const file = answersFileOf(assessment, offers, criteriaVersion);
  return { application, file, published: rulesOf(deps, application.context) };
}

/** The answers of an application, the certificates that it says it holds, and every document that was handed in for it. Noted in the journal before it is given. */
export async function exportFile(deps: Deps, asker: Asker, input: FileRef) {
  const answers = await exportAnswers(deps, asker, { ...input, n: null });
  const { applicationId } = input;
  const [evidence, copy] = await Promise.all([
    deps.store.evidenceOf(applicationId),
    deps.store.selfAssessment(applicationId),
  ]);
  await deps.store.note({
    ...traceOf(deps, asker, answers.application.context.organisationId),
    stream: `selfAssessments/${applicationId}`,
    facts: ['selfAssessment.exported'],
    data: { documents: evidence.length },
  });
  const certificates = (copy?.certificates ?? []).map(toldCertificate);
  return { ...answers, certificates, documents: documentsOf(evidence) };
}

/** Each revision under the name of its document; a name that is taken already, whatever its case, is numbered. */
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
