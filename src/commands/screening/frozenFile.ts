import type { PublishedScheme } from '../../criteria/scheme.ts';
import { found } from '../found.ts';
import type { Application, Evidence, Review, Snapshot } from '../items.ts';
import type { Deps } from '../ports.ts';
import { schemeOf } from '../schemeOf.ts';

/** A submitted file as reviewers and committee work on it: the last snapshot, never the working copy. */
export interface FrozenFile {
  readonly application: Application;
  readonly snapshot: Snapshot;
  /** The files that were there when the snapshot was frozen; what is added later comes with the next one. */
  readonly evidence: readonly Evidence[];
  readonly reviews: readonly Review[];
  readonly published: PublishedScheme;
}

/** Loads a submitted file; who may see it is for the caller to say. */
export async function frozenFile(deps: Deps, applicationId: string): Promise<FrozenFile> {
  const application = found(await deps.store.application(applicationId));
  const snapshot = found(await deps.store.snapshot(application.id, application.context.snapshots));
  const evidence = await deps.store.evidenceOf(application.id);
  return {
    application,
    snapshot,
    evidence: evidence.filter(({ uploadedAt }) => uploadedAt <= snapshot.at),
    reviews: await deps.store.reviewsOf(application.id),
    published: schemeOf(deps, application.context.criteriaVersion),
  };
}
