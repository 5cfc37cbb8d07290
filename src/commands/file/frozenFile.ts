import { requireVisible } from '../common/requireVisible.ts';
import { rulesOf } from '../common/schemeOf.ts';
import type { Deps } from '../ports/ports.ts';
import { withoutNotes } from './sharedScore.ts';

/** A submitted file as reviewers and committee work on it: the last snapshot, never the working copy. */
export type FrozenFile = Awaited<ReturnType<typeof frozenFile>>;

/** Loads a submitted file; who may see it is for the caller to say. */
export async function frozenFile(deps: Pick<Deps, 'store' | 'schemes'>, applicationId: string) {
  const application = requireVisible(await deps.store.application(applicationId));
  const snapshot = requireVisible(await deps.store.snapshot(application.id, application.context.snapshots));
  return {
    application,
    snapshot,
    /** The files as they were when the snapshot was frozen; what is added or changed later comes with the next one. */
    evidence: snapshot.content.evidence,
    /** Without the private notes of those who wrote them. */
    reviews: (await deps.store.reviewsOf(application.id)).map(withoutNotes),
    published: rulesOf(deps, application.context),
  };
}
