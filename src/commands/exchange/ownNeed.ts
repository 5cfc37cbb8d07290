import { mayEdit } from '../../policies/organisation.ts';
import { actorWithoutFile } from '../common/actor.ts';
import { type ItemInput, requireRevision, requireVisible } from '../common/requireVisible.ts';
import type { Need } from '../items/need.ts';
import type { Asker, Deps } from '../ports/ports.ts';

/** A need as it is found from its organisation. */
interface OwnNeed {
  readonly organisationId: string;
  readonly needId: string;
}

/** The same, at the revision that a person read. */
export type NeedInput = ItemInput<'needId'> & OwnNeed;

/** A need of an organisation, for those who may write for it; to anyone else there is none. */
export async function ownNeed(
  { store }: Pick<Deps, 'store'>,
  asker: Asker,
  { organisationId, needId }: OwnNeed,
) {
  requireVisible(mayEdit(asker, organisationId));
  const need = requireVisible(await store.need(needId));
  return requireVisible(need.context.organisationId === organisationId && need);
}

/** The same at the revision that was read, with who acts on it when. */
export async function needToChange(deps: Pick<Deps, 'store' | 'clock'>, asker: Asker, input: NeedInput) {
  const need = requireRevision<Need>(await ownNeed(deps, asker, input), input.revision);
  return { need, eventMeta: needEventMeta(deps, asker, need) };
}

/** What goes with an event of a need: when it is, and who does it. */
export function needEventMeta({ clock }: Pick<Deps, 'clock'>, asker: Asker, { context }: Need) {
  return { at: clock.now().toISOString(), actor: actorWithoutFile(asker, context.organisationId) };
}
