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

/** Whether an application is being dealt with: of an organisation one is, whatever its kind, so that no two decide on the same label. */
export function isUnderWay({ state }: Pick<Application, 'state'>): boolean {
  return !aside.includes(state);
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
