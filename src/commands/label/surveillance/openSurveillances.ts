import { openOn } from '../../../policies/surveillancePlan.ts';
import { addDays, dayOf } from '../../../register/day.ts';
import { systemActor } from '../../common/actor.ts';
import { isDoneUnless } from '../../common/retryOnConflict.ts';
import { schemeOf } from '../../common/schemeOf.ts';
import type { Label } from '../../items/items.ts';
import type { ChangeOf, Deps } from '../../ports/ports.ts';
import { isOpen, newSurveillance } from './newSurveillance.ts';

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

/** Why the mark has to leave the holder's media. */
export type MarkRemovalReason = 'suspended' | 'withdrawn' | 'terminated' | 'expired';

/**
 * The task that the mark leaves the holder's media, for the commit that takes a label out of use; nothing where it is open already.
 * The label may be as it is after that commit.
 */
export async function openMarkRemoval(
  deps: Pick<Deps, 'store' | 'ids' | 'clock' | 'procedure'>,
  label: Pick<Label, 'id' | 'context'>,
  reason: MarkRemovalReason,
  at: string = deps.clock.now().toISOString(),
): Promise<readonly ChangeOf<'surveillances'>[]> {
  const known = await deps.store.surveillancesOf([label.id]);
  if (known.some((one) => one.context.task === 'markRemoval' && isOpen(one))) return [];
  const day = dayOf(at);
  const answerBy = addDays(day, deps.procedure.surveillance.markDays);
  const slot = `${reason}-${day}`;
  const line = { at, actor: systemActor };
  const opened = newSurveillance(deps, label, known, { task: 'markRemoval', slot, answerBy }, line);
  return opened ? [opened] : [];
}
