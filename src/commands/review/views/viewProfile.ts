import type { PublishedScheme } from '../../../criteria/scheme.ts';
import { LabelError } from '../../../errors.ts';
import { type Unavailable, unavailable } from '../../../policies/reviewer.ts';
import { isReviewer } from '../../../policies/who.ts';
import { dayOf } from '../../../register/day.ts';
import { schemeOf } from '../../common/schemeOf.ts';
import type { ReviewerProfile } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** A reviewer's own profile; null while no administrator has admitted them. */
export interface OwnProfile {
  readonly profile: ReviewerProfile | null;
  /** Why they would get no invitation today; null when they can. */
  readonly unavailable: Unavailable | null;
  /** The scheme whose themes they may know, with its limit of files at once. */
  readonly published: PublishedScheme;
}

/** What a reviewer says of themselves, for themselves. */
export async function viewProfile(deps: Deps, asker: Asker): Promise<OwnProfile> {
  if (!isReviewer(asker)) throw new LabelError('forbidden');
  const profile = await deps.store.reviewer(asker.id);
  const today = dayOf(deps.clock.now().toISOString());
  const published = schemeOf(deps, deps.openVersion);
  return { profile, unavailable: unavailable(profile, today), published };
}
