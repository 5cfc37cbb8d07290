import { type Compared, differencesOf } from '../../../criteria/differences.ts';
import { type FileRef, ownApplication } from '../../common/fileInput.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { frozenEvidence } from '../../file/frozenContent.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** The nth submission of an application, or its working copy (`n` null). */
export type Submission = FileRef & { readonly n: number | null };

/** What differs in a file, with both of its states. */
export type ComparedFile = Awaited<ReturnType<typeof compareFile>>;

/**
 * What differs between a submission and the one before, or between the working copy and the last submission; for the people of
 * the organisation. A file of which nothing was sent yet is not found.
 */
export async function compareFile(deps: Deps, asker: Asker, { applicationId, n }: Submission) {
  const { id, context } = await ownApplication(deps, asker, applicationId);
  const beforeN = n === null ? context.snapshots : n - 1;
  const before = await claimsIn(deps, { applicationId: id, n: beforeN });
  const after = await claimsIn(deps, { applicationId: id, n });
  return { before, after, differences: differencesOf(before, after), n, beforeN };
}

/** What is claimed in a submission or in the working copy. */
export async function claimsIn({ store }: Pick<Deps, 'store'>, of: Submission): Promise<Compared> {
  const { applicationId, n } = of;
  if (n !== null) {
    const { assessment, offers, evidence } = requireVisible(await store.snapshot(applicationId, n)).content;
    return { assessment, offers, evidence };
  }
  const assessment = requireVisible(await store.selfAssessment(applicationId));
  const evidence = frozenEvidence(assessment, await store.evidenceOf(applicationId));
  return { assessment, offers: assessment.offersNamed, evidence };
}
