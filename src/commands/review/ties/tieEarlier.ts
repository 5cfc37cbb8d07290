import { advises } from '../../../policies/adviser.ts';
import { ownOrganisations } from '../../../policies/organisation.ts';
import type { Tie } from '../../../policies/tie.ts';
import { isDoneUnless } from '../../common/retryOnConflict.ts';
import { type Person, staffRoles } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';
import { linesOfTies } from './detectedTies.ts';
import { tiesOfJoining } from './tiesOfJoining.ts';

/**
 * Ties people of the staff to what their colleagues connect their organisations with since before that tied anybody: who joins now is
 * tied when they join. Gives how many people were tied.
 */
export async function tieEarlier(deps: Deps, now: Date): Promise<number> {
  const staff = await Promise.all(staffRoles.map((role) => deps.store.peopleWith(role)));
  let count = 0;
  for (const person of new Map(staff.flat().map((one) => [one.id, one])).values())
    count += Number(await tie(deps, person, now.toISOString()));
  return count;
}

async function tie(deps: Deps, person: Person, at: string): Promise<boolean> {
  const own = ownOrganisations(person).filter((id) => !advises(person, id));
  const all = await Promise.all(own.map((id) => tiesOfJoining(deps, person, id)));
  const ties = new Map<string, Tie>();
  for (const one of all.flat()) if (one.personId === person.id && one.kind === 'board') ties.set(one.id, one);
  if (ties.size === 0) return false;
  const rows = [...ties.values()];
  // Stale where the person changes at this moment: the next turn ties them.
  return isDoneUnless(['stale'], async () =>
    deps.store.commit(await linesOfTies(deps, rows, { at, fact: 'tie.detected' }), [{ kind: 'ties', rows }]),
  );
}
