import { LabelError } from '../../../errors.ts';
import { everything } from '../../../policies/view.ts';
import { dayOf } from '../../../register/day.ts';
import { requireDutyOnAll } from '../../common/actor.ts';
import { administratorsOwn } from '../../common/administratorsOwn.ts';
import { requireVisible, unchanged } from '../../common/requireVisible.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { profileChange } from './profileChange.ts';

interface Input {
  readonly personId: string;
  /** Of the profile as the administrator saw it. */
  readonly revision: number;
}

/** Keeps a person from reviewing until they are admitted again; the reviews that they have not delivered are void. Nobody suspends themselves. */
export async function suspendReviewer(deps: Deps, asker: Asker, input: Input): Promise<void> {
  const { said, self } = await administratorsOwn(deps, asker);
  const profile = requireVisible(await deps.store.reviewer(input.personId));
  unchanged(profile, input.revision);
  const reasons = [
    ...(profile.id === self.id ? ['ownAdmission'] : []),
    ...(profile.suspendedOn === null ? [] : ['alreadySuspended']),
  ];
  if (reasons.length > 0) throw new LabelError('refused', { reasons });
  await requireDutyOnAll(deps, self, await filesOf(deps, profile.id), 'application.conflictFound');
  const line = { ...said, facts: ['reviewer.suspended'] } as const;
  const suspendedOn = dayOf(said.at);
  await deps.store.commit({ changes: [profileChange(deps, profile, { suspendedOn }, line)] });
}

/** The files whose reviews a suspension takes from a person. */
async function filesOf({ store }: Pick<Deps, 'store'>, personId: string) {
  const all = store.seenBy(everything);
  const reviews = await all.reviewsBy(personId);
  const working = reviews.filter(({ state }) => state === 'invited' || state === 'scoring');
  return all.applications(working.map(({ context }) => context.applicationId));
}
