import type { Seat } from '../../../policies/reviewer.ts';
import { systemActor } from '../../common/actor.ts';
import type { Person } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';
import { admission } from './admission.ts';

/** Admits a person of the demonstration, as the service itself; a peer there works in culture. */
export async function admitFirst(
  deps: Pick<Deps, 'store' | 'ids' | 'clock' | 'procedure' | 'schemes' | 'openVersion'>,
  person: Person,
  seat: Seat,
): Promise<void> {
  const said = { at: deps.clock.now().toISOString(), actor: systemActor };
  await deps.store.commit({ changes: [admission(deps, person, null, { seat, sector: 'culture' }, said)] });
}
