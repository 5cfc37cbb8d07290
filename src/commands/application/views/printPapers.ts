import type { FileRules } from '../../../criteria/fileRules.ts';
import type { Language } from '../../../criteria/scheme.ts';
import { resultOf } from '../../../scoring/result.ts';
import { type FileRef, ownApplication, readableApplication } from '../../common/fileInput.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { cycleOfCopy, rulesOf } from '../../common/schemeOf.ts';
import { frozenContent } from '../../file/frozenContent.ts';
import type { Application, Snapshot } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

type PrintedFile = FileRef & { readonly n: number | null; readonly language?: Language };
type PrintedProof = FileRef & { readonly n: number; readonly language: Language };

/**
 * The whole file of an application as one PDF: for the people of its organisation the working copy as it is now (`n` null), and for
 * whoever may read the file as well its nth snapshot. In the asker's language when none is named.
 */
export async function printFile(deps: Deps, asker: Asker, input: PrintedFile): Promise<Buffer> {
  const { applicationId, n, language = asker.language } = input;
  const application = await (n === null ? ownApplication : readableApplication)(deps, asker, applicationId);
  const published = rulesOf(deps, application.context);
  const snapshot = n === null ? null : requireVisible(await deps.store.snapshot(applicationId, n));
  const frozen = snapshot && { n: snapshot.n, digest: snapshot.digest };
  const content = snapshot?.content ?? (await copyContent(deps, application, published));
  const at = snapshot?.at ?? deps.clock.now().toISOString();
  const result = resultIn(published, content);
  const { kind, scope, succeeds } = application.context;
  return deps.papers.file({
    language,
    applicationId,
    kind,
    scope,
    succeeds,
    at,
    frozen,
    content,
    published,
    result,
  });
}

async function copyContent(deps: Deps, { id, context }: Application, published: FileRules) {
  const assessment = requireVisible(await deps.store.selfAssessment(id));
  const organisation = requireVisible(await deps.store.organisation(context.organisationId));
  return frozenContent(deps, { organisation, assessment, published });
}

function resultIn({ whole }: FileRules, content: Snapshot['content']) {
  return resultOf(whole, cycleOfCopy(content), content.assessment);
}

/** The proof that the nth submission of an application arrived, for the people of its organisation and whoever may read the file. */
export async function printProof(deps: Deps, asker: Asker, input: PrintedProof): Promise<Buffer> {
  const { id, context } = await readableApplication(deps, asker, input.applicationId);
  const snapshot = requireVisible(await deps.store.snapshot(id, input.n));
  const published = rulesOf(deps, context);
  const result = resultIn(published, snapshot.content);
  const { kind, scope, succeeds } = context;
  return deps.papers.proof({ language: input.language, kind, scope, succeeds, snapshot, published, result });
}
