import { openOn } from '../../../policies/surveillancePlan.ts';
import { dayOf } from '../../../register/day.ts';
import { systemActor } from '../../common/actor.ts';
import { isDoneUnless } from '../../common/retryOnConflict.ts';
import { schemeOf } from '../../common/schemeOf.ts';
import type { Label } from '../../items/items.ts';
import type { ChangeOf, Deps } from '../../ports/ports.ts';
import { newSurveillance } from './newSurveillance.ts';

/** Labels whose period runs: a suspended one goes on owing what it signed. */
const running: readonly Label['state'][] = ['active', 'extended', 'suspended', 'withdrawalPending'];
/** Labels that are looked at together: each page costs three reads, however many labels it holds. */
const perPage = 200;

/** Opens what labels owe on the day of `now`, those that were missed with it; twice is once. Gives how many tasks were opened. */
export async function openSurveillances(deps: Deps, now: Date): Promise<number> {
  let opened = 0;
  for (let last: string | undefined = ''; last !== undefined; ) {
    const labels: Label[] = await deps.store.labelsIn(running, { limit: perPage, last });
    for (const change of await openingsOf(deps, labels, now.toISOString())) {
      // Stale where another process opened it.
      if (await isDoneUnless(['stale'], () => deps.store.commit([change]))) opened += 1;
    }
    last = labels.length === perPage ? labels.at(-1)?.id : undefined;
  }
  return opened;
}

async function openingsOf(
  deps: Deps,
  labels: readonly Label[],
  at: string,
): Promise<readonly ChangeOf<'surveillances'>[]> {
  const { store, procedure } = deps;
  const files = await store.applications(labels.map(({ context }) => context.applicationId));
  const versions = new Map(files.map(({ id, context }) => [id, context.criteriaVersion]));
  const owing = labels.flatMap((label) => {
    const version = versions.get(label.context.applicationId);
    if (version === undefined) return [];
    const { midtermMonth } = schemeOf(deps, version).scheme.validity;
    const tasks = openOn(dayOf(at), label.context, midtermMonth, procedure.surveillance);
    return tasks.length > 0 ? [{ label, tasks }] : [];
  });
  if (owing.length === 0) return [];
  const known = await store.surveillancesOf(owing.map(({ label }) => label.id));
  return owing.flatMap(({ label, tasks }) => {
    const own = known.filter(({ context }) => context.labelNumber === label.id);
    return tasks.flatMap((task) => {
      const { task: kind, slot, answerBy } = task;
      const line = { at, actor: systemActor };
      return newSurveillance(deps, label, own, { task: kind, slot, answerBy }, line) ?? [];
    });
  });
}
