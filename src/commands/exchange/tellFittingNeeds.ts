import { dayOf } from '../../register/day.ts';
import { systemActor } from '../common/actor.ts';
import { noteBeside } from '../common/noteOn.ts';
import { isDoneUnless } from '../common/retryOnConflict.ts';
import type { Need } from '../items/need.ts';
import type { Deps } from '../ports/ports.ts';
import { fittingOffers } from './views/fittingOffers.ts';

/** Needs of a week that are looked at: the newest of them. */
const maxNeeds = 500;
/** Needs that one organisation is told of. */
const maxTold = 10;
const weekMs = 7 * 86_400_000;

/** Tells holders of what was published in the last seven days that their offers may fit, once a day at most. Gives how many were told. */
export async function tellFittingNeeds(deps: Deps, now: Date): Promise<number> {
  const { store } = deps;
  const at = now.toISOString();
  const since = new Date(now.getTime() - weekMs).toISOString();
  const recent = (await store.openNeeds({ limit: maxNeeds })).filter((need) => need.publishedAt >= since);
  let told = 0;
  for (const [organisationId, needs] of await fittingNeeds(deps, recent)) {
    const organisation = await store.organisation(organisationId);
    const last = await store.lastRecord(`organisations/${organisationId}`, 'organisation.needsFound');
    if (!organisation || (last && dayOf(last.at) === dayOf(at))) continue;
    const data = { needs: needs.slice(0, maxTold) };
    const line = { at, actor: systemActor, facts: ['organisation.needsFound'], data } as const;
    const note = () => store.commit([noteBeside(deps, 'organisations', organisation, line)]);
    if (await isDoneUnless(['stale'], note)) told += 1;
  }
  return told;
}

/** Ids of the needs that each organisation has a fitting offer for, the newest first. */
async function fittingNeeds(deps: Deps, needs: readonly Need[]): Promise<ReadonlyMap<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const need of needs) {
    const offers = await fittingOffers(deps, need);
    for (const id of new Set(offers.map(({ organisationId }) => organisationId)))
      found.set(id, [...(found.get(id) ?? []), need.id]);
  }
  return found;
}
