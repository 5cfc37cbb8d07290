import { fault, LabelError } from '../../../errors.ts';
import { isOfficer } from '../../../policies/who.ts';
import { type Day, dayOf } from '../../../register/day.ts';
import { actorTowards } from '../../common/actor.ts';
import { changePerson } from '../../common/changePerson.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { requireNoPartTowards } from './requireNoPartTowards.ts';

/**
 * Says that a declared tie ended; it still bars for its cooling-off time. Only an officer who sees the organisation says so of
 * someone else, and who has no part in its files: nobody lifts their own ban, nor chooses who works beside them.
 */
export async function endTie(
  deps: Deps,
  asker: Asker,
  input: { readonly personId: string; readonly tieId: string; readonly ended: Day },
): Promise<void> {
  if (input.personId === asker.id || !isOfficer(asker)) throw new LabelError('forbidden');
  const ties = await deps.store.tiesOf(input.personId);
  const tie = requireVisible(ties.find(({ id, source }) => id === input.tieId && source === 'declared'));
  const organisation = requireVisible(await deps.store.organisation(tie.organisationId));
  const person = requireVisible(await deps.store.person(tie.personId));
  const at = deps.clock.now().toISOString();
  if (input.ended > dayOf(at)) {
    throw new LabelError('invalid', { faults: [fault('ended', 'dateInFuture')] });
  }
  if (input.ended < tie.since) {
    const params = { start: tie.since };
    throw new LabelError('invalid', { faults: [fault('ended', 'dateBeforeStart', params)] });
  }
  if (tie.ended !== null) throw new LabelError('refused', { reasons: ['tieEnded'] });
  await requireNoPartTowards(deps, asker, organisation.id);
  const data = { tie: tie.id, ended: input.ended };
  const line = { at, actor: actorTowards(asker, organisation.id), facts: ['tie.ended'], data } as const;
  await deps.store.commit({
    changes: [changePerson(deps, person, {}, line)],
    parts: [{ kind: 'ties', rows: [{ ...tie, ended: input.ended }] }],
  });
}
