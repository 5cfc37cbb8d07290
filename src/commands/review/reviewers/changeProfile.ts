import { isDeepStrictEqual } from 'node:util';
import { type Fault, fault, LabelError, requireNoFaults } from '../../../errors.ts';
import { isReviewer } from '../../../policies/who.ts';
import { actorOf } from '../../common/actor.ts';
import { changeItem } from '../../common/noteOn.ts';
import { requireRevision, requireVisible } from '../../common/requireVisible.ts';
import { openScheme } from '../../common/schemeOf.ts';
import type { ReviewerProfile } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** What a reviewer states about themselves: what they know, and when and for how much they can be asked. */
export type OwnWords = Pick<
  ReviewerProfile,
  'themes' | 'sectors' | 'legalForms' | 'languages' | 'capacity' | 'awayFrom' | 'awayUntil'
>;

/** Changes one's own profile; seat, field of work and admission are an administrator's. */
export async function changeProfile(deps: Deps, asker: Asker, input: OwnWords & { revision: number }) {
  const { revision, ...typed } = input;
  if (!isReviewer(asker)) throw new LabelError('forbidden');
  const profile = requireRevision(requireVisible(await deps.store.reviewer(asker.id)), revision);
  requireNoFaults(faultsOf(deps, typed));
  const isNew = ([field, value]: [string, unknown]) =>
    !isDeepStrictEqual(profile[field as keyof OwnWords], value);
  const changed = Object.fromEntries(Object.entries(typed).filter(isNew));
  if (Object.keys(changed).length === 0) return;
  const at = deps.clock.now().toISOString();
  const line = { at, actor: actorOf(asker), facts: ['reviewer.changed'] } as const;
  await deps.store.commit([changeItem(deps, 'reviewers', profile, changed, line)]);
}

function faultsOf(deps: Deps, { languages, capacity, awayFrom, awayUntil }: OwnWords): Fault[] {
  const limit = openScheme(deps).scheme.process.reviewerLoad;
  const ends = awayFrom !== null && awayUntil !== null && awayUntil < awayFrom;
  return [
    ...(languages.length === 0 ? [fault('languages', 'chooseOne')] : []),
    ...(Number.isInteger(capacity) && capacity >= 1 ? [] : [fault('capacity', 'atLeastOne')]),
    ...(capacity > limit ? [fault('capacity', 'tooLarge', { limit })] : []),
    ...(ends ? [fault('awayUntil', 'periodReversed')] : []),
  ];
}
