import { isStaff } from '../../../policies/who.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { viewOf } from '../viewOf.ts';
import { countOwn } from './countOwn.ts';
import { viewDay } from './viewDay.ts';

/** Everything that waits for a person: their day as somebody of the staff, null for anyone else, and how much waits in their organisations. */
export async function readWaiting(deps: Deps, asker: Asker) {
  const own = { ...deps, store: deps.store.seenBy(await viewOf(deps, { shows: 'own' }, asker)) };
  const [day, inOrganisations] = await Promise.all([
    isStaff(asker) ? viewDay(deps, asker) : null,
    countOwn(own, asker),
  ]);
  return { day, inOrganisations, count: (day ? day.waits.count + day.late.count : 0) + inOrganisations };
}
