import { LabelError } from '../../../errors.ts';
import { isOnAgenda } from '../../../policies/file.ts';
import { isInCommittee } from '../../../policies/who.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** A file on the committee's agenda. `recommendation`: waits for a rapporteur; `decided`: sealed, for those who decided it; `withdrawal`: its label is proposed to be withdrawn. */
export type AgendaLine = Awaited<ReturnType<typeof listAgenda>>[number];

/** States of files on it. */
const states = ['recommendation', 'deliberation', 'decided'] as const;
const many = 200;

/** The files that a member of the committee may know of: not one of their own organisation or with an earlier part of theirs. */
export async function listAgenda(deps: Pick<Deps, 'store'>, asker: Asker) {
  if (!isInCommittee(asker)) throw new LabelError('forbidden');
  const [own, inStates, labels] = await Promise.all([
    deps.store.reviewsBy(asker.id),
    deps.store.submittedIn(states, many),
    deps.store.labelsHeard('withdrawal', many),
  ]);
  const proposed = labels.map(({ context }) => context.applicationId);
  const all = [...inStates, ...(await deps.store.applications(proposed))];
  const free = all.filter((application) => isOnAgenda(asker, { application, reviews: own }));
  const names = await deps.store.frozenNames(free);
  return free.map(({ id, state, submittedAt, context: { kind, scope, succeeds } }) => {
    const { name, commune } = requireVisible(names.get(id));
    return {
      applicationId: id,
      kind,
      succeeds,
      scope,
      organisation: name,
      commune,
      state: proposed.includes(id) ? ('withdrawal' as const) : (state as (typeof states)[number]),
      submittedAt,
    };
  });
}
