import { refuseFor } from '../../../errors.ts';
import type { Application } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';

/** States in which an application does not block another: not sent yet, ended, or refused without an appeal. */
const aside: readonly Application['state'][] = [
  'draft',
  'granted',
  'refused',
  'closed',
  'withdrawn',
  'lapsed',
];

type Known = { readonly state: Application['state']; readonly context: Pick<Application['context'], 'kind'> };

/**
 * Whether an application is being dealt with that keeps others of its organisation from being sent. A reconsideration keeps none: an
 * officer opens it, and a renewal that had to wait for its end could come too late (docs/decisions/0038).
 */
export function isUnderWay({ state, context: { kind } }: Known): boolean {
  return kind !== 'reconsideration' && !aside.includes(state);
}

/** Refuses a second draft of an organisation. A reconsideration, which an officer opens, keeps its holder from none. */
export async function requireNoDraft({ store }: Pick<Deps, 'store'>, organisationId: string): Promise<void> {
  const applications = await store.applicationsOf([organisationId]);
  refuseFor({
    draftOpen: applications.some(
      ({ state, context }) => state === 'draft' && context.kind !== 'reconsideration',
    ),
  });
}
