import { LabelError } from '../../errors.ts';
import { isOfficer } from '../../policies/who.ts';
import { type Day, dayOf } from '../../register/day.ts';
import { actorTowards } from '../actor.ts';
import { found } from '../found.ts';
import { changePerson } from '../people/changePerson.ts';
import type { Asker, Deps } from '../ports.ts';

/** Says on which day a declared tie ended; it still bars for its cooling-off time. The own ones, or for an officer anyone's. */
export async function endTie(
  deps: Deps,
  asker: Asker,
  input: { readonly personId: string; readonly tieId: string; readonly ended: Day },
): Promise<void> {
  if (input.personId !== asker.id && !isOfficer(asker)) throw new LabelError('forbidden');
  const ties = await deps.store.tiesOf(input.personId);
  const tie = found(ties.find(({ id, source }) => id === input.tieId && source === 'declared'));
  const person = found(await deps.store.person(tie.personId));
  const at = deps.clock.now().toISOString();
  if (input.ended < tie.since || input.ended > dayOf(at)) {
    throw new LabelError('invalid', { faults: [{ field: 'ended', code: 'badDate' }] });
  }
  const data = { tie: tie.id, ended: input.ended };
  const line = { at, actor: actorTowards(asker, tie.organisationId), facts: ['tie.ended'], data } as const;
  await deps.store.commit({
    changes: [changePerson(deps, person, {}, line)],
    ties: [{ ...tie, ended: input.ended }],
  });
}
