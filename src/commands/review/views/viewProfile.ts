import { LabelError } from '../../../errors.ts';
import { unavailable } from '../../../policies/reviewer.ts';
import { isReviewer } from '../../../policies/who.ts';
import { dayOf } from '../../../register/day.ts';
import { openScheme } from '../../common/schemeOf.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

export type OwnProfile = Awaited<ReturnType<typeof viewProfile>>;

/** A reviewer's own profile. */
export async function viewProfile(deps: Deps, asker: Asker) {
  if (!isReviewer(asker)) throw new LabelError('forbidden');
  const profile = await deps.store.reviewer(asker.id);
  const today = dayOf(deps.clock.now().toISOString());
  const published = openScheme(deps);
  return { profile, unavailable: unavailable(profile, today), published };
}
